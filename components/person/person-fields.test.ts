import { describe, expect, it } from 'vitest';
import { ContactDraft, type Contact } from '@/lib/domain/contact';
import { ContactId } from '@/lib/domain/ids';
import type { Reading } from '@/lib/domain/reading';
import { contactDraft, personFields, personLines, type FieldEdits } from './person-fields';

const proven = (value: string) => ({ value, evidence: 'heading', certainty: 'proven' }) as const;
const inferred = (value: string) => ({ value, evidence: 'split', certainty: 'inferred' }) as const;

const reading: Reading = {
  kind: 'profile',
  generation: 'classic',
  identity: null,
  fields: {
    name: proven('Mira Okonkwo'),
    firstName: inferred('Mira'),
    lastName: inferred('Okonkwo'),
    headline: proven('Head of Procurement, building fair supply chains'),
    company: proven('Nordlys Energy'),
    position: inferred('Head of Procurement'),
    about: proven('I buy what keeps the lights on.'),
  },
  missing: ['location'],
  drift: [],
  people: [],
};

const contact: Contact = {
  id: ContactId.parse('aaaaaaaa-0000-4000-8000-000000000001'),
  name: 'Mira O.',
  firstName: null,
  lastName: null,
  headline: null,
  position: null,
  company: 'Old Company',
  location: 'Oslo, Norway',
  about: null,
  workEmail: null,
  personalEmail: null,
  slug: null,
  memberId: null,
  salesId: null,
  listId: null,
  stageId: null,
  tagIds: [],
  unread: 0,
  lastReplyAt: null,
  ties: [],
  createdAt: null,
  updatedAt: null,
};

const draft = (edits: FieldEdits, from: Reading | null = reading, known: Contact | null = null) =>
  contactDraft(personFields(from, known, edits));
const source = (name: string, edits: FieldEdits = {}, from: Reading | null = reading) =>
  personFields(from, contact, edits).find((field) => field.name === name)?.source;

describe('what is sent about a person', () => {
  it('is what the page proved and nothing that it only suggested', () => {
    expect(draft({})).toEqual({
      name: 'Mira Okonkwo',
      headline: 'Head of Procurement, building fair supply chains',
      company: 'Nordlys Energy',
    });
  });

  it.each<[string, FieldEdits, Partial<ContactDraft>]>([
    ['a suggestion once it is ticked', { firstName: { send: true } }, { firstName: 'Mira' }],
    ['what the user typed, tidied', { location: { value: ' Oslo ' } }, { location: 'Oslo' }],
    ['a suggestion that the user corrected', { lastName: { value: 'Okonkwo-Berg' } }, { lastName: 'Okonkwo-Berg' }],
  ])('includes %s', (_, edits, added) => {
    expect(draft(edits)).toEqual({ ...draft({}), ...added });
  });

  it.each<[string, FieldEdits, keyof ContactDraft]>([
    ['what was unticked', { company: { send: false } }, 'company'],
    ['what was emptied', { company: { value: '  ' } }, 'company'],
    ['what was typed and then unticked', { location: { value: 'Oslo', send: false } }, 'location'],
    ['a suggestion that was typed back to what it was', { firstName: { value: 'Mira' } }, 'firstName'],
    ['an empty field that was ticked', { location: { send: true } }, 'location'],
  ])('leaves out %s', (_, edits, name) => {
    expect(draft(edits)).not.toHaveProperty(name);
  });

  it('is nothing at all when the page could not be read, even if GetSales knows the person', () => {
    expect(draft({}, null, contact)).toEqual({});
  });

  it('is never what GetSales told us', () => {
    expect(draft({ location: { send: true } }, reading, contact)).not.toHaveProperty('location');
  });

  it('always fits the protocol', () => {
    const long: Reading = { ...reading, fields: { name: proven('x'.repeat(4_000)) } };
    expect(ContactDraft.safeParse(draft({}, long)).success).toBe(true);
  });
});

describe('what is shown of a person', () => {
  it.each<[string, string, FieldEdits, string]>([
    ['the page when it proved the value', 'company', {}, 'page'],
    ['a suggestion when it did not', 'firstName', {}, 'suggested'],
    ['GetSales when the page has nothing', 'location', {}, 'getsales'],
    ['the user when it was edited', 'company', { company: { value: 'Acme' } }, 'edited'],
  ])('comes from %s', (_, name, edits, from) => {
    expect(source(name, edits)).toBe(from);
  });

  it('comes from nobody yet when neither page nor GetSales says anything', () => {
    expect(personFields(null, null, {}).every((field) => field.source === 'none' && !field.send)).toBe(true);
  });

  it('does not repeat a position that the headline says', () => {
    const { meta } = personLines(personFields(reading, null, {}));
    expect(meta.map((field) => field.value)).toEqual(['Nordlys Energy']);
  });

  it('names the position when the headline says something else', () => {
    const fields = personFields(reading, null, { headline: { value: 'Fair supply chains' } });
    expect(personLines(fields).meta.map((field) => field.name)).toEqual(['position', 'company']);
  });
});
