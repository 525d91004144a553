import { isSamePerson } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, StateName } from '@/lib/domain/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';

const OPEN = ['waiting', 'dispatching'] as const satisfies readonly StateName[];

export interface SupersedeDeps {
  readonly outbox: Outbox;
  readonly iso: () => string;
}

/** Of several adds of one person the last one counts; the others are only carried on if that one comes to nothing. */
export function createSupersede({ outbox, iso }: SupersedeDeps) {
  return {
    /**
     * What was meant earlier for this person and did not end is not carried on any more. To be called in turn: then
     * nothing of it is under way.
     */
    async supersedeEarlier({ id, identity, createdAt }: AddEntry): Promise<void> {
      const open = await outbox.inStates(OPEN);
      const adds = open.ok ? open.value.filter((other) => other.kind === 'add') : [];
      const earlier = adds.filter((other) => other.createdAt < createdAt && isSamePerson(other.identity, identity));
      for (const other of earlier) {
        await outbox.changeAdd(other.id, OPEN, { state: { name: 'superseded', by: id }, settledAt: iso() });
      }
    },
    /** GetSales said no to it, or it was taken back: what it took the place of waits again, so that nobody is lost. */
    async restoreSuperseded(id: EntryId): Promise<void> {
      const replaced = await outbox.inStates(['superseded']);
      const adds = replaced.ok ? replaced.value.filter((other) => other.kind === 'add') : [];
      const waiting = {
        name: 'waiting',
        error: { code: 'unreachable', why: 'network' },
        tries: 0,
        retryAt: iso(),
      } as const;
      for (const other of adds) {
        if (other.state.name !== 'superseded' || other.state.by !== id) continue;
        await outbox.changeAdd(other.id, ['superseded'], { state: waiting, settledAt: null });
      }
    },
  };
}
