import { isSamePerson } from '@/lib/domain/identity';
import type { AddIntent } from '@/lib/domain/intent';
import type { Journal } from '@/lib/journal/journal';

export interface LastWordDeps {
  readonly journal: Journal;
  readonly iso: (atMs?: number) => string;
}

/** Of several adds of one person the last one counts; the others are only carried on if GetSales says no to it. */
export function createLastWord({ journal, iso }: LastWordDeps) {
  return {
    /** What still waits for this person, and was meant earlier, is not carried on any more. */
    async takePlace({ id, identity, createdAt }: AddIntent): Promise<void> {
      const waiting = await journal.inStates(['waiting']);
      const adds = waiting.ok ? waiting.value.filter((other) => other.kind === 'add') : [];
      const earlier = adds.filter((other) => other.id !== id && other.createdAt <= createdAt);
      for (const other of earlier.filter((one) => isSamePerson(one.identity, identity))) {
        await journal.changeAdd(other.id, ['waiting'], { state: { name: 'replaced', by: id }, settledAt: iso() });
      }
    },
    /** GetSales said no to it: what it took the place of waits again, so that nobody is lost. */
    async giveBack({ id }: AddIntent): Promise<void> {
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
