import type { IDBPObjectStore } from 'idb';
import { applyToAdd } from '@/lib/domain/outbox/add-transitions';
import type { ContactId, EntryId } from '@/lib/domain/ids';
import type { SendEntry, StateName } from '@/lib/domain/outbox/outbox-entry';
import { canMatchSent } from '@/lib/domain/outbox/send-transitions';
import type { OutboxSchema } from './database';
import { fromStored, toStored } from './stored-entry';

/** The entries, within a transaction that changes one of them. */
export type EntryStore = IDBPObjectStore<OutboxSchema, ['entries'], 'entries', 'readwrite'>;

/** Above every ISO time, for ranges that have no upper end. */
const END_OF_TIME = '\uffff';

/** The place of a new entry: after all others, whatever the clock says. */
export async function nextPlace(entries: EntryStore, createdAt: string): Promise<string> {
  const last = (await entries.index('createdAt').openKeyCursor(null, 'prev'))?.key;
  const next = last === undefined || last < createdAt ? NaN : Date.parse(last) + 1;
  return Number.isNaN(next) ? createdAt : new Date(next).toISOString();
}

/** All entries about a contact, oldest first. */
export function contactRange(contactId: ContactId): IDBKeyRange {
  return IDBKeyRange.bound([contactId, ''], [contactId, END_OF_TIME]);
}

/**
 * Assigns a sent message to its entry: the contact's other open sends get it into their baseline, so they can never match it,
 * even after this entry's record is removed.
 */
export async function claimMessage(entries: EntryStore, { state, contactId }: SendEntry): Promise<void> {
  if (state.name !== 'sent') return;
  for await (const cursor of entries.index('byContact').iterate(contactRange(contactId))) {
    const other = fromStored(cursor.value);
    if (other?.kind !== 'send' || !canMatchSent(other) || other.baseline.includes(state.messageId)) continue;
    const changed = { ...other, baseline: [...other.baseline, state.messageId] };
    await cursor.update(toStored(changed, cursor.value.createdAt));
  }
}

/** Schedules again the adds that this one superseded. */
export async function restoreSuperseded(entries: EntryStore, by: EntryId, at: string): Promise<void> {
  const superseded: StateName = 'superseded';
  for (const stored of await entries.index('stateName').getAll(superseded)) {
    const other = fromStored(stored);
    if (other?.kind !== 'add' || other.state.name !== 'superseded' || other.state.by !== by) continue;
    const restored = applyToAdd(other, { type: 'restored', retryAt: at }, at);
    // A superseded add can always be restored.
    if (restored.ok) await entries.put(toStored(restored.value.entry, stored.createdAt));
  }
}
