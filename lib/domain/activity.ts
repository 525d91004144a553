import type { OutboxEntry } from './outbox-entry';

/** Which entries Activity shows: `open` has not come to an end, `failed` was refused, is unconfirmed or matched another contact. */
export const ACTIVITY_FILTERS = ['all', 'adds', 'messages', 'open', 'failed'] as const;
export type ActivityFilter = (typeof ACTIVITY_FILTERS)[number];

/** A stretch of everything that was meant, newest first. */
export interface ActivityPage {
  readonly entries: readonly OutboxEntry[];
  /** Ask for what comes after this; null at the end. */
  readonly next: { readonly createdAt: string; readonly id: OutboxEntry['id'] } | null;
  /** Records on this stretch that cannot be read. They stay on disk. */
  readonly damaged: number;
  /** When (ISO) it turned out that the browser had deleted everything before; null when it never did. */
  readonly lostAt: string | null;
}
