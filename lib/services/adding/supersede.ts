import { isSamePerson } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, StateName } from '@/lib/domain/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';

const OPEN = ['waiting', 'dispatching'] as const satisfies readonly StateName[];

export interface SupersedeDeps {
  readonly outbox: Outbox;
  readonly iso: () => string;
}

/** A newer add for the same person supersedes older ones; they are restored if the newer one fails or is undone. */
export function createSupersede({ outbox, iso }: SupersedeDeps) {
  return {
    /** Supersedes older open adds for this person. Call it while holding the person's mutex, so that none of them is in flight. */
    async supersedeEarlier({ id, identity, createdAt }: AddEntry): Promise<void> {
      const open = await outbox.inStates(OPEN);
      const adds = open.ok ? open.value.filter((other) => other.kind === 'add') : [];
      const earlier = adds.filter((other) => other.createdAt < createdAt && isSamePerson(other.identity, identity));
      for (const other of earlier) {
        await outbox.changeAdd(other.id, OPEN, { state: { name: 'superseded', by: id }, settledAt: iso() });
      }
    },
    /** Schedules the adds superseded by this one again, after it was refused or undone. */
    async restoreSuperseded(by: EntryId): Promise<void> {
      const superseded = await outbox.inStates(['superseded']);
      const adds = superseded.ok ? superseded.value.filter((other) => other.kind === 'add') : [];
      const waiting = {
        name: 'waiting',
        error: { code: 'unreachable', why: 'network' },
        tries: 0,
        retryAt: iso(),
      } as const;
      for (const other of adds) {
        if (other.state.name !== 'superseded' || other.state.by !== by) continue;
        await outbox.changeAdd(other.id, ['superseded'], { state: waiting, settledAt: null });
      }
    },
  };
}
