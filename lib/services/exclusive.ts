import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, type Result } from '@/lib/domain/result';

/** What this worker is processing now: outbox entries, unless the ids are of another kind. */
export interface InFlight<K = EntryId> {
  has(id: K): boolean;
  ids(): readonly K[];
}

export interface InFlightTasks<T, K = EntryId> extends InFlight<K> {
  /** Runs a task, which is in flight under this id until it has ended. */
  run(id: K, task: () => Promise<T>): Promise<T>;
  get(id: K): Promise<T> | undefined;
}

export function createInFlight<T, K = EntryId>(): InFlightTasks<T, K> {
  const tasks = new Map<K, Promise<T>>();
  return {
    run(id, task) {
      const result = task().finally(() => tasks.delete(id));
      tasks.set(id, result);
      return result;
    },
    get: (id) => tasks.get(id),
    has: (id) => tasks.has(id),
    ids: () => [...tasks.keys()],
  };
}

/** Runs one task at a time per person within this worker. */
export interface PersonMutex {
  /** Runs the task once all earlier tasks for the same person have ended, whether they succeeded or failed. */
  runExclusive<R>(identity: LinkedInIdentity, task: () => Promise<R>): Promise<R>;
}

// Not async-mutex or p-queue: they need one key per person, but identities match pairwise and not transitively (isSamePerson).
export function createPersonMutex(): PersonMutex {
  const running = new Set<{ readonly identity: LinkedInIdentity; readonly ended: Promise<unknown> }>();
  return {
    runExclusive(identity, task) {
      const earlier = [...running].filter((other) => isSamePerson(other.identity, identity));
      const ended = Promise.allSettled(earlier.map((other) => other.ended)).then(task);
      const turn = { identity, ended };
      running.add(turn);
      return ended.finally(() => running.delete(turn));
    },
  };
}

/** Runs the task if the lock of this name is free; null if it is taken. */
export type IfFree = <R>(name: string, task: () => Promise<R>) => Promise<R | null>;

type Thread = Pick<SendEntry, 'contactId' | 'senderId'>;

/** Whether two messages go to the same person from the same sender. */
export function isSameThread(a: Thread, b: Thread): boolean {
  return a.contactId === b.contactId && a.senderId === b.senderId;
}

/** Processes one message per contact and sender at a time; another one gets `busy`. */
export function createThreadLock<T>(ifFree: IfFree) {
  const inFlight = createInFlight<Result<T>>();
  return {
    async runExclusive(
      { contactId, senderId }: Thread,
      id: EntryId,
      task: () => Promise<Result<T>>,
    ): Promise<Result<T>> {
      const done = await ifFree(`send:${contactId}:${senderId}`, () => inFlight.run(id, task));
      return done ?? err({ code: 'busy' });
    },
    inFlight,
  };
}
