import { isSamePerson } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, StateName } from '@/lib/domain/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';

const OPEN = ['waiting', 'dispatching'] as const satisfies readonly StateName[];

export interface SupersedeDeps {
  readonly outbox: Outbox;
  readonly now: () => number;
}

/** Supersedes older open adds for this person. Call it while holding the person's mutex, so that none of them is in flight. */
export async function supersedeEarlier(deps: SupersedeDeps, { id, identity, createdAt }: AddEntry): Promise<void> {
  const open = await addsIn(deps.outbox, OPEN);
  const earlier = open.filter((other) => other.createdAt < createdAt && isSamePerson(other.identity, identity));
  for (const other of earlier) await supersede(deps, other, id);
}

/** Marks an open add as superseded by a newer one. */
export async function supersede({ outbox, now }: SupersedeDeps, { id }: AddEntry, by: EntryId): Promise<void> {
  const settledAt = new Date(now()).toISOString();
  await outbox.changeAdd(id, OPEN, { state: { name: 'superseded', by }, settledAt });
}

/** Schedules the adds superseded by this one again, after it was refused or undone. */
export async function restoreSuperseded({ outbox, now }: SupersedeDeps, by: EntryId): Promise<void> {
  const retryAt = new Date(now()).toISOString();
  const error = { code: 'unreachable', why: 'network' } as const;
  for (const { id, state } of await addsIn(outbox, ['superseded'])) {
    if (state.name !== 'superseded' || state.by !== by) continue;
    const waiting = { name: 'waiting', error, tries: 0, retryAt } as const;
    await outbox.changeAdd(id, ['superseded'], { state: waiting, settledAt: null });
  }
}

async function addsIn(outbox: Outbox, states: readonly StateName[]): Promise<readonly AddEntry[]> {
  const found = await outbox.inStates(states);
  return found.ok ? found.value.filter((other) => other.kind === 'add') : [];
}
