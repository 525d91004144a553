import type { IDBPObjectStore } from 'idb';
import type { ContactId, MessageId } from '@/lib/domain/ids';
import type { OutboxEntry, SendEntry, StateName } from '@/lib/domain/outbox-entry';
import type { OutboxSchema } from './database';
import { fromStored, toStored } from './stored-entry';

/** Above every ISO time, for ranges that have no upper end. */
const END_OF_TIME = '\uffff';

/** How much each state knows about the outcome. */
const RANK: Readonly<Record<StateName, number>> = {
  queued: 0,
  waiting: 0,
  dispatching: 0,
  unknown: 1,
  refused: 1,
  cancelled: 1,
  superseded: 1,
  sent: 2,
  done: 2,
  undoing: 2,
  undone: 3,
};

type EntryStore = IDBPObjectStore<OutboxSchema, ['intents'], 'intents', 'readwrite'>;

/**
 * Assigns a sent message to its entry: the contact's other open sends get it into their baseline, so they can never match it,
 * even after this entry's record is removed.
 */
export async function claimMessage(entries: EntryStore, owner: SendEntry, messageId: MessageId): Promise<void> {
  for await (const cursor of entries.index('byContact').iterate(contactRange(owner.contactId))) {
    const other = fromStored(cursor.value);
    if (other?.kind !== 'send' || !OPEN_SENDS.has(other.state.name) || other.baseline.includes(messageId)) continue;
    await cursor.update(toStored({ ...other, baseline: [...other.baseline, messageId] }));
  }
}

const OPEN_SENDS: ReadonlySet<StateName> = new Set(['dispatching', 'unknown']);

/** All entries about a contact, oldest first. */
export function contactRange(contactId: ContactId): IDBKeyRange {
  return IDBKeyRange.bound([contactId, ''], [contactId, END_OF_TIME]);
}

/** Takes the next state unless it knows less than the current one. */
export function advanceState<I extends OutboxEntry>(known: I, next: I): I {
  return RANK[next.state.name] < RANK[known.state.name] ? known : next;
}
