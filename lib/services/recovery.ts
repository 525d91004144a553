import { isSamePerson } from '@/lib/domain/identity';
import type { AddIntent, Intent, SendIntent } from '@/lib/domain/intent';
import { ok, type Result } from '@/lib/domain/result';
import type { Journal } from '@/lib/journal/journal';
import type { AddContactService } from './add-contact';
import { nextLookAt, nextTryAt, passesByItself } from './schedule';
import type { SendMessageService } from './send-message';

/** A move is carried on only while nobody can have moved the person since; afterwards the user decides. */
const MOVE_TTL_MS = 600_000;
/** While GetSales cannot be asked, whether it can is looked at this often. */
const BLOCKED_MS = 30_000;

export interface RecoveryDeps {
  readonly journal: Journal;
  readonly addContact: Pick<AddContactService, 'resume' | 'isUnderWay'>;
  readonly sendMessage: Pick<SendMessageService, 'carryOn' | 'reconcile' | 'isUnderWay'>;
  readonly usable: () => Promise<Result<null>>;
  readonly isOnline: () => boolean;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

export interface Recovery {
  /**
   * At every start of the worker, before it hears anybody: messages that were on their way when it died become
   * unconfirmed. Nothing is asked and nothing is sent.
   */
  sweep(): Promise<Result<null>>;
  /**
   * Does what is due: queued messages, looks for unconfirmed ones, adds that wait. `eager`: what waits for a connection
   * is due now. Answers when the next is due (ms); null when nothing is. `guard` is called before anything that the worker
   * may die over: it has to see to it that something starts the worker again.
   */
  work(eager: boolean, guard?: () => Promise<unknown>): Promise<Result<number | null>>;
}

/** What is carried on without anybody asking (reliability.md section 3, steps 6 and 7). Any number of times is as good as once. */
export function createRecovery(deps: RecoveryDeps): Recovery {
  const { journal, now, changed } = deps;
  const iso = (): string => new Date(now()).toISOString();

  async function sendQueued(queued: readonly SendIntent[], eager: boolean): Promise<number | null> {
    const dueAt = ({ state }: SendIntent): number =>
      state.name !== 'queued' || state.heldBy === null || eager ? now() : nextTryAt(state.leavesAt, now());
    for (const intent of queued) if (dueAt(intent) <= now()) await deps.sendMessage.carryOn(intent);
    return earliest((await idleSends('queued')).map(nextLeave).map(notAtOnce));
  }

  /** Those that nobody has under way: whoever has will raise the revision at the end, and be heard. */
  async function idleSends(name: 'queued' | 'unknown'): Promise<readonly SendIntent[]> {
    const left = await journal.inStates([name]);
    const sends = left.ok ? left.value.filter((intent) => intent.kind === 'send') : [];
    return sends.filter(({ id }) => !deps.sendMessage.isUnderWay(id));
  }

  /** What was due and is still there could not be done, for example because of a lock: not tried again without a pause. */
  function notAtOnce(at: number | null): number | null {
    return at === null ? null : Math.max(at, now() + 1_000);
  }

  function nextLeave({ state }: SendIntent): number | null {
    return state.name === 'queued' ? nextTryAt(state.leavesAt, now()) : null;
  }

  async function lookForUnconfirmed(sends: readonly SendIntent[]): Promise<number | null> {
    for (const intent of sends) {
      const at = nextLook(intent);
      if (at !== null && at <= now()) await deps.sendMessage.reconcile(intent.id);
    }
    return earliest((await idleSends('unknown')).map(nextLook).map(notAtOnce));
  }

  function nextLook({ settledAt, createdAt, state }: SendIntent): number | null {
    return state.name === 'unknown' ? nextLookAt(settledAt ?? createdAt, state.looks ?? 0, now()) : null;
  }

  async function carryOnAdds(adds: readonly AddIntent[], eager: boolean): Promise<number | null> {
    const dueAt = ({ state }: AddIntent): number => {
      if (state.name !== 'waiting') return now();
      return eager && passesByItself(state.error) ? now() : nextTryAt(state.retryAt, now());
    };
    for (const intent of await newestPerPerson(adds)) {
      if (isLateMove(intent)) await leaveToUser(intent);
      else if (dueAt(intent) <= now()) {
        const tried = await deps.addContact.resume(intent);
        // The others would only be told the same.
        if (tried.ok && tried.value.effect === 'waiting' && passesByItself(tried.value.error)) break;
      }
    }
    const left = await journal.inStates(['waiting', 'dispatching']);
    const waiting = left.ok ? left.value.filter((intent) => intent.kind === 'add') : [];
    return earliest(
      waiting
        .filter(({ id }) => !deps.addContact.isUnderWay(id))
        .map((intent) => Math.max(nextAfter(intent), now() + 1_000)),
    );
  }

  function nextAfter({ state }: AddIntent): number {
    return state.name === 'waiting' ? nextTryAt(state.retryAt, now()) : now() + BLOCKED_MS;
  }

  /** Of several acts for one person the last one counts. */
  async function newestPerPerson(adds: readonly AddIntent[]): Promise<readonly AddIntent[]> {
    const newest: AddIntent[] = [];
    for (const intent of adds.toReversed()) {
      const later = newest.find((other) => isSamePerson(other.identity, intent.identity));
      if (later === undefined) newest.unshift(intent);
      else await journal.changeAdd(intent.id, ['waiting', 'dispatching'], replaced(later));
    }
    return newest;
  }

  function replaced(by: AddIntent): Pick<AddIntent, 'state' | 'settledAt'> {
    return { state: { name: 'replaced', by: by.id }, settledAt: iso() };
  }

  function isLateMove({ createdAt, ifPresent }: AddIntent): boolean {
    const age = now() - Date.parse(createdAt);
    return ifPresent === 'move' && !(age <= MOVE_TTL_MS && age >= -MOVE_TTL_MS);
  }

  async function leaveToUser({ id, state }: AddIntent): Promise<void> {
    const error = state.name === 'waiting' ? state.error : ({ code: 'unreachable', why: 'network' } as const);
    await journal.settleAdd(id, { name: 'unknown', error }, iso());
    await changed();
  }

  return {
    async sweep() {
      const left = await journal.inStates(['dispatching']);
      if (!left.ok) return left;
      const sends = left.value.filter((intent) => intent.kind === 'send');
      for (const { id } of sends) {
        const error = { code: 'unconfirmed', intentId: id } as const;
        const settled = await journal.settleSend(id, { name: 'unknown', error }, iso());
        if (!settled.ok) return settled;
      }
      if (sends.length > 0) await changed();
      return ok(null);
    },
    async work(eager, guard = () => Promise.resolve()) {
      const open = await journal.inStates(['queued', 'dispatching', 'waiting', 'unknown']);
      if (!open.ok) return open;
      const idle = open.value.filter(({ id }) => !deps.addContact.isUnderWay(id) && !deps.sendMessage.isUnderWay(id));
      // Also over an act that somebody else has under way.
      const lookAgain = idle.length < open.value.length ? now() + BLOCKED_MS : null;
      if (idle.length === 0) return ok(lookAgain);
      const sends = idle.filter((intent) => intent.kind === 'send');
      const queued = sends.filter(isIn('queued'));
      if (!deps.isOnline()) return ok(now() + BLOCKED_MS);
      const usable = await deps.usable();
      const adds = idle.filter((intent) => intent.kind === 'add').filter(isIn('waiting', 'dispatching'));
      const isAnyDue = usable.ok && (adds.length > 0 || sends.some((send) => nextLook(send) !== null));
      if (queued.length > 0 || lookAgain !== null || isAnyDue) await guard();
      const next = await Promise.all([
        sendQueued(queued, eager),
        usable.ok ? lookForUnconfirmed(sends.filter(isIn('unknown'))) : null,
        usable.ok ? carryOnAdds(adds, eager) : null,
      ]);
      return ok(earliest([...next, lookAgain]));
    },
  };
}

function isIn(...names: readonly Intent['state']['name'][]): (intent: Intent) => boolean {
  return ({ state }) => names.includes(state.name);
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
