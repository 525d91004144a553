import { ADD_TRANSITIONS, PENDING_ADDS } from './add-transitions';
import type { OutboxEntry, StateName } from './outbox-entry';
import { PENDING_SENDS, SEND_TRANSITIONS, UNCONFIRMED_TTL_MS } from './send-transitions';
import { accepts, statesOf } from './transitions';

/** The states of adds and messages that have not ended. */
export const PENDING_STATES: readonly StateName[] = [...new Set([...PENDING_ADDS, ...PENDING_SENDS])];

/** The states of entries that have ended, which may be erased. An unconfirmed message has not: it prevents a second copy. */
export const ENDED_STATES: readonly StateName[] = [
  ...new Set([...statesOf(ADD_TRANSITIONS), ...statesOf(SEND_TRANSITIONS)]),
].filter((name) => !PENDING_STATES.includes(name));

/** The states of entries that the user may remove: nothing of them is under way. What waits is not sent then. */
export const REMOVABLE_STATES: readonly StateName[] = [...ENDED_STATES, 'waiting', 'unknown'];

/** Whether the user may try this entry again: an add that GetSales does not have. */
export function canRetry(entry: OutboxEntry): boolean {
  return entry.kind === 'add' && accepts(ADD_TRANSITIONS, entry.state.name, 'retried');
}

/** Whether the user may remove this entry. An unconfirmed message prevents a second copy, and stays for a day. */
export function canRemove({ kind, state, createdAt }: OutboxEntry, nowMs: number): boolean {
  const preventsCopies =
    kind === 'send' && state.name === 'unknown' && nowMs - Date.parse(createdAt) <= UNCONFIRMED_TTL_MS;
  return REMOVABLE_STATES.includes(state.name) && !preventsCopies;
}
