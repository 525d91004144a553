import type { Contact, ContactStatus } from '@/lib/domain/contact';
import { contactOf } from '@/lib/domain/testing/contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Reading } from '@/lib/domain/reading';
import { contactA, listA } from '@/lib/outbox/testing/entries';

/** Invented people for tests of components. */
export const miraIdentity = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });

export function aContact(change: Partial<Contact> = {}): Contact {
  return contactOf({
    id: contactA,
    firstName: 'Mira',
    lastName: 'Okonkwo',
    headline: 'Head of Procurement',
    listId: listA,
    ...change,
  });
}

type Present = Extract<ContactStatus, { readonly kind: 'present' }>;

export function presentStatus(change: Partial<Present> = {}): Present {
  return {
    kind: 'present',
    contact: aContact(),
    listName: 'Partners',
    stageName: null,
    automations: [],
    lastReplyAt: null,
    extras: 'complete',
    asOf: '2026-11-23T12:00:00.000Z',
    ...change,
  };
}

/** A profile page of Mira: her name is proven, her company is not. */
export function aReading(change: Partial<Reading> = {}): Reading {
  return {
    kind: 'profile',
    generation: 'current',
    identity: miraIdentity,
    fields: {
      name: { value: 'Mira Okonkwo', evidence: 'heading', certainty: 'proven' },
      headline: { value: 'Head of Procurement', evidence: 'structure', certainty: 'proven' },
      company: { value: 'Nordlys Energy', evidence: 'title', certainty: 'inferred' },
    },
    missing: [],
    unexpectedLayout: [],
    people: [],
    ...change,
  };
}
