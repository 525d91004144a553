import type { Contact } from '../contact';
import { ContactId } from '../ids';

export const miraId = ContactId.parse('00000000-0000-4000-8000-000000000101');

/** Mira as GetSales has her, with changes. */
export function contactOf(change: Partial<Contact> = {}): Contact {
  return {
    id: miraId,
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
