import * as z from 'zod/mini';
import type { WorkspaceName } from '../state/team';
import { isRecord } from '../wire/json';
import type { Talk } from './talk';

const Rows = z.object({ data: z.array(z.looseObject({ uuid: z.string() })) });

/** The rows of a page. */
export function rowsOf(body: unknown): readonly Readonly<Record<string, unknown> & { uuid: string }>[] {
  return Rows.parse(body).data;
}

/** What is found in a value by these keys; undefined where there is nothing. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), value);
}

export function uuidOf(body: unknown): string {
  return z.object({ uuid: z.string() }).parse(body).uuid;
}

/** The uuid of the seeded list, sender or automation with this name; throws when the workspace has none. */
export async function uuidNamed(me: Pick<Talk, 'get'>, path: string, name: string): Promise<string> {
  const { body } = await me.get(path, { limit: '100' });
  const row = rowsOf(body).find((candidate) => candidate['name'] === name || candidate['label'] === name);
  return uuidOf(row);
}

/** The uuid of a contact that the workspace knows; throws when it does not. */
export function leadUuid(me: Pick<Talk, 'sandbox'>, nickname: string, workspace: WorkspaceName = 'acme'): string {
  const contact = me.sandbox.control.workspace(workspace).contact(nickname);
  return z.object({ lead: z.object({ uuid: z.string() }) }).parse(contact).lead.uuid;
}

export const LISTS = '/leads/api/lists';
export const SENDERS = '/flows/api/sender-profiles';
export const MESSAGES = '/flows/api/linkedin-messages';
export const FLOWS = '/flows/api/flows';
