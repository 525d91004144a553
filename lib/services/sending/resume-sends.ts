import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry } from '@/lib/domain/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import type { Outbox } from '@/lib/outbox/outbox';
import { earliest, isStale, nextLookAt, nextTryAt } from '../retry-times';
import type { SendMessageService } from './send-message';

export interface CarryOnSendsDeps {
  readonly outbox: Outbox;
  readonly sendMessage: Pick<SendMessageService, 'carryOn' | 'reconcile' | 'isUnderWay'>;
  readonly now: () => number;
}

/** What becomes of messages without anybody asking: what is queued leaves, what is unconfirmed is looked for. */
export function createCarryOnSends({ outbox, sendMessage, now }: CarryOnSendsDeps) {
  /** Until when messages are left alone whose being held up could perhaps not be written down. */
  const heldUntil = new Map<EntryId, number>();

  async function sendQueued(queued: readonly SendEntry[], eager: boolean): Promise<number | null> {
    const dueAt = ({ id, state }: SendEntry): number => {
      if (eager || state.name !== 'queued') return now();
      return Math.max(heldUntil.get(id) ?? 0, state.heldBy === null ? now() : nextTryAt(state.leavesAt, now()));
    };
    for (const entry of queued) {
      if (dueAt(entry) > now()) continue;
      const done = await sendMessage.carryOn(entry);
      if (done.ok && done.value.state === 'queued') heldUntil.set(entry.id, Date.parse(done.value.leavesAt));
    }
    return earliest((await idleSends('queued')).map(nextLeave).map(notAtOnce));
  }

  /** What can no longer leave is given up, with a connection or without. */
  async function giveUpStale(queued: readonly SendEntry[]): Promise<readonly SendEntry[]> {
    for (const entry of queued) if (isStale(entry, now())) await sendMessage.carryOn(entry);
    return queued.filter((entry) => !isStale(entry, now()));
  }

  /** Those that nobody has under way: whoever has will raise the revision at the end, and be heard. */
  async function idleSends(name: 'queued' | 'unknown'): Promise<readonly SendEntry[]> {
    const left = await outbox.inStates([name]);
    const sends = left.ok ? left.value.filter((entry) => entry.kind === 'send') : [];
    return sends.filter(({ id }) => !sendMessage.isUnderWay(id));
  }

  /** What was due and is still there could not be done, for example because of a lock: not tried again without a pause. */
  function notAtOnce(at: number | null): number | null {
    return at === null ? null : Math.max(at, now() + 1_000);
  }

  function nextLeave({ id, state }: SendEntry): number | null {
    return state.name === 'queued' ? Math.max(heldUntil.get(id) ?? 0, nextTryAt(state.leavesAt, now())) : null;
  }

  async function lookForUnconfirmed(sends: readonly SendEntry[]): Promise<number | null> {
    for (const entry of sends) {
      const at = nextLook(entry);
      if (at !== null && at <= now()) await sendMessage.reconcile(entry.id);
    }
    return earliest((await idleSends('unknown')).map(nextLook).map(notAtOnce));
  }

  function nextLook({ settledAt, createdAt, state }: SendEntry): number | null {
    return state.name === 'unknown' ? nextLookAt(settledAt ?? createdAt, state.looks ?? 0, now()) : null;
  }

  return { sendQueued, giveUpStale, lookForUnconfirmed, nextLook };
}

export interface MarkDeps {
  readonly outbox: Outbox;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

/** Messages that had left, and whose outcome was not written down: unconfirmed from now on. */
export async function markUnconfirmed(
  { outbox, now, changed }: MarkDeps,
  sends: readonly SendEntry[],
): Promise<Result<null>> {
  for (const { id } of sends) {
    const error = { code: 'unconfirmed', entryId: id } as const;
    const state = { name: 'unknown', error } as const;
    const settledAt = new Date(now()).toISOString();
    const settled = await outbox.changeSend(id, ['dispatching'], { state, settledAt });
    if (!settled.ok) return settled;
  }
  if (sends.length > 0) await changed();
  return ok(null);
}
