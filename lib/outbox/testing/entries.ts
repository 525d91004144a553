import { maraAccount } from '@/lib/domain/testing/account';
import { miraId } from '@/lib/domain/testing/contact';
import { ContactId, EntryId, ListId, MessageId, SenderId } from '@/lib/domain/ids';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { AddEntry, SendEntry } from '@/lib/domain/outbox/outbox-entry';

/** The owner of every invented entry. */
export const accountA = maraAccount.id;

/** The nth invented UUID. */
export function uuidOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

export const contactA = miraId;
export const contactB = ContactId.parse(uuidOf(102));
export const senderA = SenderId.parse(uuidOf(201));
export const listA = ListId.parse(uuidOf(301));

export function entryIdOf(n: number): EntryId {
  return EntryId.parse(uuidOf(n));
}

export function messageIdOf(n: number): MessageId {
  return MessageId.parse(uuidOf(n));
}

export function addEntry(n: number, change: Partial<AddEntry> = {}): AddEntry {
  return {
    kind: 'add',
    id: entryIdOf(n),
    account: accountA,
    createdAt: new Date(Date.UTC(2026, 10, 23, 12, 0, n)).toISOString(),
    settledAt: null,
    personName: 'Mira Okonkwo',
    identity: LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null }),
    listId: listA,
    listName: 'Recruiters',
    draft: { firstName: 'Mira' },
    ifPresent: 'keep',
    state: { name: 'dispatching', tries: 0, mayHaveArrived: false },
    ...change,
  };
}

export function sendEntry(n: number, change: Partial<SendEntry> = {}): SendEntry {
  return {
    kind: 'send',
    id: entryIdOf(n),
    account: accountA,
    createdAt: new Date(Date.UTC(2026, 10, 23, 12, 0, n)).toISOString(),
    settledAt: null,
    personName: 'Ana Duarte',
    contactId: contactA,
    senderId: senderA,
    text: 'Shall we talk on Thursday?',
    dispatchedAt: null,
    baseline: [],
    skewMs: 0,
    overrides: null,
    state: { name: 'dispatching' },
    ...change,
  };
}
