import { ADD_TRANSITIONS, PENDING_ADDS } from './add-transitions';
import type { StateName } from './outbox-entry';
import { PENDING_SENDS, SEND_TRANSITIONS } from './send-transitions';
import { statesOf } from './transitions';

/** The states of adds and messages that have not ended. */
export const PENDING_STATES: readonly StateName[] = [...new Set([...PENDING_ADDS, ...PENDING_SENDS])];

/** The states of entries that have ended, which may be erased. An unconfirmed message has not: it prevents a second copy. */
export const ENDED_STATES: readonly StateName[] = [
  ...new Set([...statesOf(ADD_TRANSITIONS), ...statesOf(SEND_TRANSITIONS)]),
].filter((name) => !PENDING_STATES.includes(name));
