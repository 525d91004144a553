import type { Contact } from '@/lib/domain/contact';
import { contactA } from '@/lib/outbox/testing/entries';

/** Mira as GetSales has her, with changes. */
export function contactOf(change: Partial<Contact> = {}): Contact {
  return {
    id: contactA,
    name: 'Mira Okonkwo',
    firstName: null,
    lastName: null,
    headline: null,
    position: null,
    company: null,
    location: null,
    about: null,
    workEmail: null,
    personalEmail: null,
    slug: 'mira-okonkwo',
    memberId: null,
    salesId: null,
    listId: null,
    stageId: null,
    tagIds: [],
    unread: 0,
    connections: [],
    lastReplyAt: null,
    createdAt: null,
    updatedAt: null,
    ...change,
  };
}
