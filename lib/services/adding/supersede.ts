import { isSamePerson } from '@/lib/domain/identity';
import type { IntentId } from '@/lib/domain/ids';
import type { AddIntent, StateName } from '@/lib/domain/outbox-entry';
import type { Journal } from '@/lib/outbox/outbox';

const OPEN = ['waiting', 'dispatching'] as const satisfies readonly StateName[];

export interface LastWordDeps {
  readonly journal: Journal;
  readonly iso: () => string;
}

/** Of several adds of one person the last one counts; the others are only carried on if that one comes to nothing. */
export function createLastWord({ journal, iso }: LastWordDeps) {
  return {
    /**
     * What was meant earlier for this person and did not end is not carried on any more. To be called in turn: then
     * nothing of it is under way.
     */
    async takePlace({ id, identity, createdAt }: AddIntent): Promise<void> {
      const open = await journal.inStates(OPEN);
      const adds = open.ok ? open.value.filter((other) => other.kind === 'add') : [];
      const earlier = adds.filter((other) => other.createdAt < createdAt && isSamePerson(other.identity, identity));
      for (const other of earlier) {
        await journal.changeAdd(other.id, OPEN, { state: { name: 'replaced', by: id }, settledAt: iso() });
      }
    },
    /** GetSales said no to it, or it was taken back: what it took the place of waits again, so that nobody is lost. */
    async giveBack(id: IntentId): Promise<void> {
      const replaced = await journal.inStates(['replaced']);
      const adds = replaced.ok ? replaced.value.filter((other) => other.kind === 'add') : [];
      const waiting = {
        name: 'waiting',
        error: { code: 'unreachable', why: 'network' },
        tries: 0,
        retryAt: iso(),
      } as const;
      for (const other of adds) {
        if (other.state.name !== 'replaced' || other.state.by !== id) continue;
        await journal.changeAdd(other.id, ['replaced'], { state: waiting, settledAt: null });
      }
    },
  };
}
