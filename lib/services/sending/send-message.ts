import type { AccountId } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry, SendOutcome } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Outbox } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import { createReconcile, type Reconcile } from './reconcile';
import { createResendGuard } from './duplicate-guard';
import { isStale, passesByItself } from '../retry-times';
import { createThreadLock, isSameThread } from './thread-lock';

export interface SendMessageService {
  /**
   * Reliability.md section 3: written down, a time to take it back, look before, strict write-ahead, one POST,
   * classification. Answers when the outcome is known, known to be unknown, or held up. Never sends twice.
   */
  send(input: InputOf<'message.send'>): Promise<Result<SendOutcome>>;
  /** Takes back what has not left; `too-late` otherwise. */
  cancel(entryId: EntryId): Promise<Result<null>>;
  /** Carries on what was queued before: by an earlier life of the worker, or held up. */
  carryOn(entry: SendEntry): Promise<Result<SendOutcome>>;
  /** Whether this life of the worker has it under way. */
  isUnderWay(entryId: EntryId): boolean;
  /** Everything that this life of the worker has under way. */
  underWay(): readonly EntryId[];
  /** Looks for an unconfirmed message at GetSales. May promote it to sent; never sends. */
  reconcile: Reconcile;
}

export interface SendMessageDeps {
  readonly account: AccountId;
  readonly client: GetSalesClient;
  readonly outbox: Outbox;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** How long a message can be taken back. */
  readonly undoMs: () => Promise<number>;
  /** Runs `act` unless somebody holds the lock of this name: then null. A courtesy, the outbox is the guard (M18). */
  readonly ifFree: <T>(name: string, act: () => Promise<T>) => Promise<T | null>;
  readonly forgetConversations: () => void;
  readonly changed: () => Promise<void>;
  /** Notes that an outcome could not be written down. */
  readonly report: (event: string) => void;
}

/** How long a message that is held up waits before GetSales is looked at again. */
const HOLD_MS = 30_000;

export function createSendMessage(deps: SendMessageDeps): SendMessageService {
  const { client, outbox, now } = deps;
  const resting = new Map<EntryId, AbortController>();
  const iso = (at = now()): string => new Date(at).toISOString();
  const { alone, isUnderWay, underWay } = createThreadLock<SendOutcome>(deps.ifFree);

  async function settle(id: EntryId, state: SendEntry['state']): Promise<void> {
    const settled = await outbox.settleSend(id, state, iso());
    if (!settled.ok) deps.report('send-not-settled');
    deps.forgetConversations();
    await deps.changed();
  }

  const { reconcile, look } = createReconcile({ client, outbox, settle });
  const mayLeave = createResendGuard({ outbox, reconcile, now });

  async function begin(input: InputOf<'message.send'>): Promise<Result<SendOutcome>> {
    const known = await outbox.get(input.entryId);
    if (!known.ok) return known;
    if (known.value !== null) return alreadyKnown(input.entryId, known.value.state.name === 'unknown');
    const open = await outbox.inStates(['queued', 'dispatching']);
    if (!open.ok) return open;
    if (open.value.some((other) => other.kind === 'send' && isSameThread(other, input))) return err({ code: 'busy' });
    const cleared = await mayLeave(input);
    if (!cleared.ok) return cleared;
    const { entryId, ...what } = input;
    const entry: SendEntry = {
      ...what,
      kind: 'send',
      id: entryId,
      account: deps.account,
      createdAt: iso(),
      settledAt: null,
      baseline: [],
      skewMs: null,
      state: { name: 'queued', leavesAt: iso(now() + (await deps.undoMs())), heldBy: null },
    };
    const written = await outbox.add(entry);
    if (!written.ok) return written;
    await deps.changed();
    return leave(entry);
  }

  /** Waits until it may leave, looks at the conversation, writes down that it leaves, and sends it: each only once. */
  async function leave(entry: SendEntry): Promise<Result<SendOutcome>> {
    const { id, contactId, senderId, state } = entry;
    if (state.name === 'queued' && state.heldBy === null) await rest(id, Date.parse(state.leavesAt) - now());
    if (isStale(entry, now())) return expire(id);
    const before = await client.sentMessages(contactId, senderId);
    if (!before.ok) {
      if (passesByItself(before.error)) return hold(entry, before.error);
      return refuse(entry, before.error);
    }
    const { messages, skewMs } = before.value;
    const baseline = messages.map((message) => message.id);
    const leaving = { state: { name: 'dispatching' }, baseline, skewMs, dispatchedAt: iso() } as const;
    const written = await outbox.changeSend(id, ['queued'], leaving);
    if (!written.ok) return hold(entry, written.error);
    return written.value === null ? err({ code: 'cancelled' }) : post(written.value);
  }

  async function rest(id: EntryId, ms: number): Promise<void> {
    if (!(ms > 0)) return;
    const controller = new AbortController();
    resting.set(id, controller);
    await deps.sleep(Math.min(ms, await deps.undoMs()), controller.signal);
    resting.delete(id);
  }

  async function post(entry: SendEntry): Promise<Result<SendOutcome>> {
    const { contactId, senderId, text } = entry;
    const answer = await client.send({ contactId, senderId, text });
    if (answer.ok) {
      await settle(entry.id, { name: 'sent', messageId: answer.value.id });
      return ok({ state: 'sent', message: answer.value });
    }
    const { fate, error } = answer.error;
    // It had not left yet, and leaves with the account's next key.
    if (fate === 'not-done' && error.code === 'key-replaced') return hold(entry, error, 'dispatching');
    if (fate === 'not-done') {
      await settle(entry.id, { name: 'refused', error });
      return err(error);
    }
    await settle(entry.id, { name: 'unknown', error });
    const looked = await look(entry);
    return looked.ok ? looked : ok({ state: 'unknown', entryId: entry.id });
  }

  /** Still queued: nothing left. True also when that cannot be written down, for then the outbox says queued as before. */
  async function hold(
    entry: SendEntry,
    heldBy: AppError,
    from: 'queued' | 'dispatching' = 'queued',
  ): Promise<Result<SendOutcome>> {
    const leavesAt = iso(now() + HOLD_MS);
    const state = { name: 'queued', leavesAt, heldBy } as const;
    const held = await outbox.changeSend(entry.id, [from], { state });
    await deps.changed();
    return held.ok && held.value === null
      ? err({ code: 'cancelled' })
      : ok({ state: 'queued', entryId: entry.id, leavesAt, heldBy });
  }

  async function refuse(entry: SendEntry, error: AppError): Promise<Result<SendOutcome>> {
    const state = { name: 'refused', error } as const;
    const refused = await outbox.changeSend(entry.id, ['queued'], { state, settledAt: iso() });
    if (!refused.ok) return hold(entry, refused.error);
    await deps.changed();
    return err(refused.value === null ? { code: 'cancelled' } : error);
  }

  /** Null when it had left, or had been given up before. */
  async function giveUp(id: EntryId, why: 'by-user' | 'expired'): Promise<Result<SendEntry | null>> {
    const state = { name: 'cancelled', why } as const;
    const cancelled = await outbox.changeSend(id, ['queued'], { state, settledAt: iso() });
    await deps.changed();
    return cancelled;
  }

  async function expire(id: EntryId): Promise<Result<never>> {
    const expired = await giveUp(id, 'expired');
    return expired.ok ? err({ code: 'cancelled' }) : expired;
  }

  function alreadyKnown(entryId: EntryId, isUnknown: boolean): Result<SendOutcome> {
    return isUnknown ? ok({ state: 'unknown', entryId }) : err({ code: 'duplicate-intent', entryId });
  }

  return {
    send: (input) => alone(input, input.entryId, () => begin(input)),
    isUnderWay,
    underWay,
    async cancel(id) {
      const taken = await giveUp(id, 'by-user');
      if (!taken.ok) return taken;
      resting.get(id)?.abort();
      if (taken.value !== null) return ok(null);
      const known = await outbox.get(id);
      if (!known.ok) return known;
      return known.value?.state.name === 'cancelled' ? ok(null) : err({ code: 'too-late' });
    },
    carryOn: (entry) =>
      alone(entry, entry.id, async () => {
        if (isStale(entry, now())) return expire(entry.id);
        const cleared = await mayLeave({ ...entry, entryId: entry.id });
        if (cleared.ok) return leave(entry);
        return passesByItself(cleared.error) ? hold(entry, cleared.error) : refuse(entry, cleared.error);
      }),
    reconcile,
  };
}
