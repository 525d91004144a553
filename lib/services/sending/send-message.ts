import type { AccountId } from '@/lib/domain/account';
import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry, SendOutcome } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { InputOf } from '@/lib/messaging/protocol';
import type { Outbox } from '@/lib/outbox/outbox';
import { type InFlight, createThreadLock, isSameThread, type IfFree } from '../exclusive';
import { isStale } from '../retry-times';
import { createCancelPeriods, type CancelPeriodDeps } from './cancel-periods';
import { delayOrRefuse, dispatchMessage, end, type DispatchDeps } from './dispatch-message';
import { checkDuplicates } from './duplicate-guard';
import { reconcile } from './reconcile';

export interface SendMessageService {
  readonly inFlight: InFlight;
  /**
   * Writes the message to the outbox, waits for the time in which it can be cancelled, reads the conversation, records the
   * dispatch, posts once and classifies the answer (docs/reliability.md#sending-a-message). Answers `sent`, `unknown` or
   * `queued`. Never posts twice.
   */
  send(input: InputOf<'message.send'>): Promise<Result<SendOutcome>>;
  /** Cancels a queued message; `too-late` if it was dispatched. */
  cancel(entryId: EntryId): Promise<Result<null>>;
  /** Continues with a queued message whose worker stopped, or that had to wait. */
  resume(entry: SendEntry): Promise<Result<SendOutcome>>;
  /**
   * Looks for an unconfirmed message at GetSales. May promote it to sent; never sends. While the message is being sent, its
   * own outcome is the answer.
   */
  reconcile(entryId: EntryId): Promise<Result<SendOutcome>>;
}

export interface SendMessageDeps extends CancelPeriodDeps {
  readonly account: AccountId;
  readonly client: Pick<GetSalesClient, 'message' | 'sentMessages' | 'send'>;
  readonly outbox: Outbox;
  /** Reports a busy conversation early; the outbox is what prevents a second dispatch. */
  readonly ifFree: IfFree;
  readonly forgetConversations: () => void;
  readonly changed: () => Promise<void>;
  /** Reports a bug: an outcome that could not be recorded. */
  readonly report: (event: string) => void;
}

/** Sends messages: at most once. */
export function createSendMessage(deps: SendMessageDeps): SendMessageService {
  const { outbox } = deps;
  const { runExclusive, inFlight } = createThreadLock<SendOutcome>(deps.ifFree);
  const cancelPeriods = createCancelPeriods(deps);
  const steps: StepDeps = {
    ...deps,
    cancelPeriods,
    settle: async (id, event) => {
      const settled = await outbox.applyToSend(id, event);
      // Two checks at the same time find the same message; the second has nothing to record.
      const isKnown = settled.ok || (settled.error.code === 'wrong-state' && settled.error.state === 'sent');
      if (!isKnown) deps.report('send-not-settled');
      deps.forgetConversations();
      await deps.changed();
    },
  };

  return {
    inFlight,
    send: (input) => runExclusive(input, input.entryId, () => enqueue(steps, input)),
    resume: (entry) => runExclusive(entry, entry.id, () => continueQueued(steps, entry)),
    reconcile: (id) => reconcile(steps, id, inFlight.get(id)),
    async cancel(id) {
      const cancelled = await outbox.applyToSend(id, { type: 'cancelled', why: 'by-user' });
      await deps.changed();
      if (cancelled.ok) {
        cancelPeriods.end(id);
        return ok(null);
      }
      if (cancelled.error.code === 'not-found') return err({ code: 'too-late' });
      if (cancelled.error.code !== 'wrong-state') return cancelled;
      return cancelled.error.state === 'cancelled' ? ok(null) : err({ code: 'too-late' });
    },
  };
}

interface StepDeps extends DispatchDeps {
  readonly account: AccountId;
}

/** Writes a new message to the outbox and sends it, unless it is or may be there already. */
async function enqueue(deps: StepDeps, input: InputOf<'message.send'>): Promise<Result<SendOutcome>> {
  const { outbox } = deps;
  const known = await outbox.get(input.entryId);
  if (!known.ok) return known;
  if (known.value !== null) return recordedResult(known.value.id, known.value.state.name === 'unknown');
  const open = await outbox.inStates(['queued', 'dispatching']);
  if (!open.ok) return open;
  if (open.value.some((other) => other.kind === 'send' && isSameThread(other, input))) return err({ code: 'busy' });
  const checked = await checkDuplicates(deps, input);
  if (!checked.ok) return checked;
  const entry = newEntry(deps, input, await deps.cancelPeriods.sendAt());
  const written = await outbox.add(entry);
  if (!written.ok) return written;
  await deps.changed();
  return dispatchMessage(deps, entry);
}

function newEntry(
  { account, now }: StepDeps,
  { entryId, ...what }: InputOf<'message.send'>,
  sendAtMs: number,
): SendEntry {
  return {
    ...what,
    kind: 'send',
    id: entryId,
    account,
    createdAt: new Date(now()).toISOString(),
    settledAt: null,
    dispatchedAt: null,
    baseline: [],
    skewMs: null,
    state: { name: 'queued', sendAt: new Date(sendAtMs).toISOString(), blockedBy: null },
  };
}

/** Sends a message that was queued earlier, unless it is too old or a duplicate by now. */
async function continueQueued(deps: StepDeps, entry: SendEntry): Promise<Result<SendOutcome>> {
  const { id } = entry;
  if (isStale(entry, deps.now())) return end(deps, id, { type: 'cancelled', why: 'expired' }, { code: 'cancelled' });
  const checked = await checkDuplicates(deps, { ...entry, entryId: id });
  return checked.ok ? dispatchMessage(deps, entry) : delayOrRefuse(deps, id, checked.error);
}

function recordedResult(entryId: EntryId, isUnknown: boolean): Result<SendOutcome> {
  return isUnknown ? ok({ state: 'unknown', entryId }) : err({ code: 'duplicate-entry', entryId });
}
