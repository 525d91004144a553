import type { OutboxEntry } from './outbox/outbox-entry';

/** Which entries Activity shows: `open` is unfinished; `failed` was refused, is unconfirmed or matched another contact. */
export const ACTIVITY_FILTERS = ['all', 'adds', 'messages', 'open', 'failed'] as const;
export type ActivityFilter = (typeof ACTIVITY_FILTERS)[number];

/** A page of the outbox, newest first. */
export interface ActivityPage {
  readonly entries: readonly OutboxEntry[];
  /** Where the next page starts; null at the end. */
  readonly next: { readonly createdAt: string; readonly id: OutboxEntry['id'] } | null;
  /** Records of this page that cannot be read. They stay on disk. */
  readonly damaged: number;
  /** When (ISO) the worker found that the browser had deleted the outbox; null if it never did. */
  readonly lostAt: string | null;
}
