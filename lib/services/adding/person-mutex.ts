import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';

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
