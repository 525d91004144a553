import type { AutomationStatus, Contact } from '@/lib/domain/contact';
import { ListId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry, UndoOfAdd } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Upserted } from '@/lib/getsales/resources/contacts';
import type { WriteFailure } from '@/lib/getsales/write-failure';
import { createOutboxStore, type Outbox } from '@/lib/outbox/outbox';
import { addEntry, contactA, contactB, entryIdOf, listA, sendEntry, uuidOf } from '@/lib/outbox/testing/entries';
import { createPersonMutex } from '../../exclusive';
import { contactOf } from '@/lib/domain/testing/contact';
import { createUndoAdd } from '../undo-add';

export const NOW = Date.UTC(2026, 10, 23, 12, 0, 5);
export const iso = (ms: number): string => new Date(ms).toISOString();
export const listB = ListId.parse(uuidOf(302));
export const lost = err({ fate: 'unknown', error: { code: 'unreachable', why: 'network' } } as const);
export const forbidden = err({ fate: 'not-done', error: { code: 'forbidden', by: 'api' } } as const);
export const network = err({ code: 'unreachable', why: 'network' } as const);
export const unsafe = err({ code: 'undo-unsafe' } as const);
export const offline = err({ code: 'offline' } as const);
export const remove: UndoOfAdd = { kind: 'remove', stageId: 'new', tagIds: ['ours'] };
export const moveBack: UndoOfAdd = { kind: 'move-back', toListId: listB };
export const asAdded = contactOf({ listId: listA, stageId: 'new', tagIds: ['ours'] });
export const outcome = {
  effect: 'created',
  contactId: contactA,
  listId: listA,
  listName: null,
  undoUntil: iso(NOW + 5_000),
} as const;
export const done = (undo: UndoOfAdd, undoUntil: string | null = outcome.undoUntil): AddEntry =>
  addEntry(1, { state: { name: 'done', outcome: { ...outcome, undoUntil }, undo }, settledAt: iso(NOW - 5_000) });
export const undoing = (undo: UndoOfAdd, change: Partial<AddEntry> = {}): AddEntry => ({
  ...done(undo),
  state: { name: 'undoing', outcome, undo },
  ...change,
});

export interface Given {
  readonly entries: readonly OutboxEntry[];
  /** What GetSales answers, in turn; the last answer repeats. */
  readonly contacts?: readonly Result<Contact | null>[];
  readonly writes?: readonly Result<unknown, WriteFailure>[];
  readonly automations?: Result<readonly AutomationStatus[]>;
  /** What happens while the contact is read. */
  readonly duringRead?: (outbox: Outbox) => Promise<unknown>;
}

/** An undo of the first entry, with the requests, waits and changes that it makes. */
export async function undoOf(given: Given) {
  const { entries, contacts = [ok(asAdded)], writes = [ok(null)], automations = ok([]) } = given;
  const outbox = createOutboxStore(() => NOW).of({ owns: () => true });
  for (const entry of entries) await outbox.add(entry);
  const steps: string[] = [];
  const oneByOne = <T>(all: readonly T[], fallback: T) => {
    const left = [...all];
    return (): T => (left.length > 1 ? left.shift() : left[0]) ?? fallback;
  };
  const nextContact = oneByOne(contacts, ok(null));
  const nextWrite = oneByOne<Result<unknown, WriteFailure>>(writes, ok(null));
  const write = (step: string): Result<unknown, WriteFailure> => {
    steps.push(step);
    return nextWrite();
  };
  const service = createUndoAdd({
    outbox,
    client: {
      contact: async () => {
        await given.duringRead?.(outbox);
        return nextContact();
      },
      automations: () => Promise.resolve(automations),
      removeContact: (id) => {
        const answer = write(`remove ${id}`);
        return Promise.resolve(answer.ok ? ok(null) : answer);
      },
      upsert: ({ listId, moveToList, draft }) => {
        const answer = write(`${moveToList ? 'move' : 'upsert'} to ${listId} ${JSON.stringify(draft)}`);
        const moved = answer.ok && answer.value !== null ? contactOf({ id: contactB }) : contactOf({ listId });
        const upserted: Upserted = { contact: moved, serverNowMs: null };
        return Promise.resolve(answer.ok ? ok(upserted) : answer);
      },
    },
    contactStatus: { forgetAll: () => undefined },
    personMutex: createPersonMutex(),
    now: () => NOW,
    random: () => 0.5,
    sleep: (ms) => Promise.resolve(void steps.push(`sleep ${String(ms)}`)),
    changed: () => Promise.resolve(void steps.push('changed')),
  });
  return {
    service,
    steps,
    undo: () => service.undo(entryIdOf(1)),
    state: async () => {
      const found = await outbox.get(entryIdOf(1));
      return found.ok ? found.value?.state.name : found;
    },
  };
}

export const REMOVE = `remove ${contactA}`;
export const MOVE = `move to ${listB} {}`;
/** How a sender knows the contact. */
export const connection = { senderId: sendEntry(1).senderId, connected: true, lastMessageAt: null };
