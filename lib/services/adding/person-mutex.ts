import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';

/** One act at a time per person, in this life of the worker. */
export interface PersonMutex {
  /** Acts when every act for the same person that came before has ended, however it did. */
  runExclusive<R>(identity: LinkedInIdentity, act: () => Promise<R>): Promise<R>;
}

export function createPersonMutex(): PersonMutex {
  const underWay = new Set<{ readonly identity: LinkedInIdentity; readonly end: Promise<unknown> }>();
  return {
    runExclusive(identity, act) {
      const before = [...underWay].filter((other) => isSamePerson(other.identity, identity)).map(({ end }) => end);
      const end = Promise.allSettled(before).then(act);
      const turn = { identity, end };
      underWay.add(turn);
      return end.finally(() => underWay.delete(turn));
    },
  };
}
