import { describe, expect, test } from 'vitest';
import { AddOutcome, ContactDraft, ContactList, CustomField } from './contact';

const UUID = '00000000-0000-4000-8000-000000000001';

/** The longest text of each field that is sent. */
const LONGEST = {
  name: 400,
  firstName: 200,
  lastName: 200,
  company: 400,
  companyDomain: 255,
  position: 400,
  headline: 1_000,
  about: 4_000,
  location: 400,
  avatarUrl: 2_000,
  workEmail: 320,
  personalEmail: 320,
  workPhone: 60,
  personalPhone: 60,
  facebook: 400,
  twitter: 400,
};

describe('what is sent about a person', () => {
  test.each(Object.entries(LONGEST))('has a %s of at most %i characters', (field, length) => {
    expect(ContactDraft.parse({ [field]: 'x'.repeat(length) })).toEqual({ [field]: 'x'.repeat(length) });
    expect(ContactDraft.safeParse({ [field]: 'x'.repeat(length + 1) }).success).toBe(false);
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['fifty tags', { tags: Array.from({ length: 50 }, (_, index) => `tag ${index}`) }],
    ['a tag of a hundred characters', { tags: ['x'.repeat(100)] }],
    ['long custom fields', { customFields: { ['n'.repeat(200)]: 'x'.repeat(4_000) } }],
  ])('may have %s', (_name, draft) => {
    expect(ContactDraft.parse(draft)).toEqual(draft);
  });

  test.each<[string, object]>([
    ['more than fifty tags', { tags: Array.from({ length: 51 }, (_, index) => `tag ${index}`) }],
    ['an empty tag', { tags: [''] }],
    ['a tag above a hundred characters', { tags: ['x'.repeat(101)] }],
    ['a custom field with a longer name', { customFields: { ['n'.repeat(201)]: 'x' } }],
    ['a custom field with a longer value', { customFields: { size: 'x'.repeat(4_001) } }],
    ['a number as a name', { name: 7 }],
  ])('has never %s', (_name, draft) => {
    expect(ContactDraft.safeParse(draft).success).toBe(false);
  });

  test('has no field that GetSales does not document', () => {
    expect(ContactDraft.parse({ firstName: 'Mira', salary: '1' })).toEqual({ firstName: 'Mira' });
  });
});

describe('the outcome of an add', () => {
  test.each(['created', 'kept', 'moved', 'matched-other'])('%s is kept as it was stored', (effect) => {
    const outcome = { effect, contactId: UUID, listId: UUID, listName: 'EU', undoUntil: '2026-11-23T12:00:10.000Z' };
    expect(AddOutcome.parse(outcome)).toEqual(outcome);
  });

  test.each([
    { name: 'Ana Duarte', company: 'Acme', mayHaveMoved: true },
    { name: null, company: null, mayHaveMoved: false },
  ])('keeps the other contact %j', (matched) => {
    const outcome = {
      effect: 'matched-other',
      contactId: UUID,
      listId: null,
      listName: null,
      undoUntil: null,
      matched,
    };
    expect(AddOutcome.parse(outcome)).toEqual(outcome);
  });
});

test('lists and custom fields keep their ids and names', () => {
  expect(ContactList.parse({ id: UUID, name: 'EU', rows: 7 })).toEqual({ id: UUID, name: 'EU' });
  expect(CustomField.parse({ id: 'size', name: 'Team size', order: 1 })).toEqual({ id: 'size', name: 'Team size' });
});
