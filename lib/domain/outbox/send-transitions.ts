import type { AppError } from '../app-error';
import type { MessageId } from '../ids';
import type { SendEntry, SendState } from './outbox-entry';
import { err, ok, type Result } from '../result';
import { accepts, canReach, type TransitionTable, type WrongState } from './transitions';

/** Everything that can happen to a message (docs/reliability.md#sending-a-message). */
export type SendEvent =
  /** It has to wait longer before it is sent. */
  | { readonly type: 'delayed'; readonly sendAt: string; readonly blockedBy: AppError }
  /** It is posted now. The only event with the effect `post`. */
  | {
      readonly type: 'dispatched';
      readonly baseline: readonly MessageId[];
      readonly skewMs: number | null;
      readonly dispatchedAt: string;
    }
  /** The request provably never left this browser, so the message is queued again. */
  | { readonly type: 'not-posted'; readonly sendAt: string; readonly blockedBy: AppError }
  /** GetSales has it: by its answer, or found by a search. */
  | { readonly type: 'accepted'; readonly messageId: MessageId }
  /** It was not posted and will not be. Only while it is queued: another worker may have posted it. */
  | { readonly type: 'stopped'; readonly error: AppError }
  /** It was posted, and GetSales did not take it. */
  | { readonly type: 'refused'; readonly error: AppError }
  /** It was posted and may have arrived. */
  | { readonly type: 'unconfirmed'; readonly error: AppError }
  /** GetSales was searched for it without a result. */
  | { readonly type: 'checked' }
  | { readonly type: 'cancelled'; readonly why: 'by-user' | 'expired' };

/** What the outbox and the services do when the event is recorded. */
export type SendTransitionEffect =
  | 'none'
  /** Send the request, once. */
  | 'post'
  /** Exclude the message from the contact's other open sends, so that none of them is taken for it. */
  | 'claim-message';

export const SEND_TRANSITIONS = {
  queued: { delayed: 'queued', dispatched: 'dispatching', stopped: 'refused', cancelled: 'cancelled' },
  dispatching: { 'not-posted': 'queued', accepted: 'sent', refused: 'refused', unconfirmed: 'unknown' },
  unknown: { checked: 'unknown', accepted: 'sent' },
  sent: {},
  refused: {},
  cancelled: {},
} as const satisfies TransitionTable & Record<SendState['name'], Partial<Record<SendEvent['type'], SendState['name']>>>;

const EFFECTS: Readonly<Partial<Record<SendEvent['type'], SendTransitionEffect>>> = {
  dispatched: 'post',
  accepted: 'claim-message',
};

/** The states of a message that has not ended. Unconfirmed counts: it may still be found. */
export const PENDING_SENDS = ['queued', 'dispatching', 'unknown'] as const satisfies readonly SendState['name'][];

/** A queued message is sent automatically only within this time after it was written, ms (docs/reliability.md#sending-a-message). */
export const SEND_TTL_MS = 600_000;

/** How long an unconfirmed message cannot be removed, ms. Until it is, another one with the same text is held back. */
export const UNCONFIRMED_TTL_MS = 86_400_000;

/**
 * Applies an event to a message.
 *
 * @param at when it happened, ISO
 */
export function applyToSend(
  entry: SendEntry,
  event: SendEvent,
  at: string,
): Result<{ readonly entry: SendEntry; readonly effect: SendTransitionEffect }, WrongState> {
  if (!accepts(SEND_TRANSITIONS, entry.state.name, event.type))
    return err({ code: 'wrong-state', state: entry.state.name });
  return ok({ entry: { ...entry, ...changeBy(entry, event, at) }, effect: EFFECTS[event.type] ?? 'none' });
}

function changeBy({ state }: SendEntry, event: SendEvent, at: string): Partial<SendEntry> & Pick<SendEntry, 'state'> {
  switch (event.type) {
    case 'delayed':
    case 'not-posted': {
      const { sendAt, blockedBy } = event;
      return { state: { name: 'queued', sendAt, blockedBy }, settledAt: null };
    }
    case 'dispatched': {
      const { baseline, skewMs, dispatchedAt } = event;
      return { state: { name: 'dispatching' }, baseline: [...baseline], skewMs, dispatchedAt };
    }
    case 'accepted':
      return { state: { name: 'sent', messageId: event.messageId }, settledAt: at };
    case 'stopped':
    case 'refused':
      return { state: { name: 'refused', error: event.error }, settledAt: at };
    case 'unconfirmed':
      return { state: { name: 'unknown', error: event.error, checks: 0 }, settledAt: at };
    case 'checked':
      return { state: state.name === 'unknown' ? { ...state, checks: state.checks + 1 } : state };
    case 'cancelled':
      return { state: { name: 'cancelled', why: event.why }, settledAt: at };
  }
}

/** Whether a message was sent, may have been sent, or is about to be. */
export function mayBeSent({ state }: Pick<SendEntry, 'state'>): boolean {
  return state.name !== 'refused' && state.name !== 'cancelled';
}

/** Whether the second state is later than the first: it can follow it, and not the other way round. */
export function isLaterState(earlier: SendState['name'], later: SendState['name']): boolean {
  return canReach(SEND_TRANSITIONS, earlier, later) && !canReach(SEND_TRANSITIONS, later, earlier);
}

/** Whether a message that GetSales lists can be this one: it was dispatched, and its outcome is not known yet. */
export function canMatchSent({ state }: Pick<SendEntry, 'state'>): boolean {
  return state.name === 'dispatching' || state.name === 'unknown';
}
