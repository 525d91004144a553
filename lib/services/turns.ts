import { isSamePerson, type LinkedInIdentity } from '@/lib/domain/identity';
import type { IntentId } from '@/lib/domain/ids';

interface Turn {
  readonly id: IntentId;
  readonly identity: LinkedInIdentity;
}

/** One act per intent and one at a time per person, in this life of the worker. */
export function createTurns<R>() {
  const underWay = new Map<IntentId, { readonly identity: LinkedInIdentity; readonly end: Promise<R> }>();
  return {
    /**
     * A second call with the same id gets the first one's outcome. `prepare` happens at once, and ends it unless it answers
     * null; `act` when earlier acts for the same person have ended.
     */
    inTurn({ id, identity }: Turn, prepare: () => Promise<R | null>, act: () => Promise<R>): Promise<R> {
      const running = underWay.get(id);
      if (running !== undefined) return running.end;
      const before = [...underWay.values()].filter((other) => isSamePerson(other.identity, identity));
      const end = prepare()
        .then(async (over) => {
          if (over !== null) return over;
          await Promise.allSettled(before.map((other) => other.end));
          return act();
        })
        .finally(() => underWay.delete(id));
      underWay.set(id, { identity, end });
      return end;
    },
    isUnderWay: (id: IntentId): boolean => underWay.has(id),
  };
}
