import type { IDBPObjectStore } from 'idb';
import type { ContactId, MessageId } from '@/lib/domain/ids';
import type { OutboxEntry, SendEntry, StateName } from '@/lib/domain/outbox-entry';
import type { OutboxSchema } from './database';
import { fromStored, toStored } from './stored-entry';

/** Above every ISO time, for ranges that have no upper end. */
const END_OF_TIME = '\uffff';

/** How much is known in each state. */
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

type Intents = IDBPObjectStore<OutboxSchema, ['intents'], 'intents', 'readwrite'>;

/** From now on no other entry of this contact takes the message for its own, also when this one's record is gone. */
export async function claim(entries: Intents, owner: SendEntry, messageId: MessageId): Promise<void> {
  for await (const cursor of entries.index('byContact').iterate(contactRange(owner.contactId))) {
    const other = fromStored(cursor.value);
    if (other?.kind !== 'send' || !MAY_BE_ANY.has(other.state.name) || other.baseline.includes(messageId)) continue;
    await cursor.update(toStored({ ...other, baseline: [...other.baseline, messageId] }));
  }
}

const MAY_BE_ANY: ReadonlySet<StateName> = new Set(['dispatching', 'unknown']);

/** All of a contact's entries, in the order of their times. */
export function contactRange(contactId: ContactId): IDBKeyRange {
  return IDBKeyRange.bound([contactId, ''], [contactId, END_OF_TIME]);
}

/** The later state, unless less is known in it: a state never falls back. */
export function advanced<I extends OutboxEntry>(known: I, next: I): I {
  return RANK[next.state.name] < RANK[known.state.name] ? known : next;
}
