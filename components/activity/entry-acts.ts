import type { ContactId } from '@/lib/domain/ids';
import { UNCONFIRMED_TTL_MS, type OutboxEntry } from '@/lib/domain/outbox-entry';

export interface EntryActs {
  readonly retry: boolean;
  readonly check: boolean;
  readonly remove: boolean;
  /** Another contact that GetSales matched, to be opened there; null without one. */
  readonly open: ContactId | null;
}

/**
 * What can be done about an entry: adds that are not in GetSales are tried again, unconfirmed messages looked for, and
 * what is not under way goes.
 */
export function entryActs({ kind, state, createdAt }: OutboxEntry, nowMs: number): EntryActs {
  const isUnconfirmed = kind === 'send' && state.name === 'unknown';
  const isGuarding = isUnconfirmed && nowMs - Date.parse(createdAt) <= UNCONFIRMED_TTL_MS;
  return {
    retry: kind === 'add' && ['waiting', 'refused', 'unknown'].includes(state.name),
    check: isUnconfirmed,
    remove: !['queued', 'dispatching', 'undoing'].includes(state.name) && !isGuarding,
    open: state.name === 'done' && state.outcome.effect === 'matched-other' ? state.outcome.contactId : null,
  };
}
