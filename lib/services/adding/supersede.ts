import { isSamePerson } from '@/lib/domain/identity';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';

/**
 * Supersedes older open adds for this person: the newest one counts. Call it while holding the person's mutex, so that none
 * of them is in flight. An entry that ended in between stays as it is.
 */
export async function supersedeEarlier(outbox: Outbox, { id, identity, createdAt }: AddEntry): Promise<void> {
  const open = await outbox.inStates(['waiting', 'dispatching']);
  for (const other of open.ok ? open.value : []) {
    const isEarlier = other.kind === 'add' && other.createdAt < createdAt && isSamePerson(other.identity, identity);
    if (isEarlier) await outbox.applyToAdd(other.id, { type: 'superseded', by: id });
  }
}
