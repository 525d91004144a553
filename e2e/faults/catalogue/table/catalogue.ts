import { browserLifecycle } from './browser-lifecycle';
import { data } from './data';
import { lifecycle } from './lifecycle';
import { messages } from './messages';
import { network } from './network';
import { pages } from './pages';
import type { Row } from './row';
import { serverState } from './server-state';
import { statuses } from './statuses';

const rows = [
  ...pages,
  ...messages,
  ...network,
  ...statuses,
  ...serverState,
  ...lifecycle,
  ...browserLifecycle,
  ...data,
] as const;

export type RowId = (typeof rows)[number]['id'];

export const CATALOGUE: readonly Row[] = rows;

/** The title of the tests of a case, also with the variant that one of several tests is about. */
export function titleOf(id: RowId, variant?: string): string {
  const { injection, expected } = rowOf(id);
  return `${id}: ${injection} → ${expected}${variant === undefined ? '' : ` (${variant})`}`;
}

function rowOf(id: RowId): Row {
  const row = CATALOGUE.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no case ${id}`);
  return row;
}
