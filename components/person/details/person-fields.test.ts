import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactDraft, type Contact } from '@/lib/domain/contact';
import { ContactId } from '@/lib/domain/ids';
import type { Reading } from '@/lib/domain/reading';
import { contactDraft, personFields, type FieldEdits } from './person-fields';

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
  unexpectedLayout: [],
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
  connections: [],
  createdAt: null,
  updatedAt: null,
};

const draft = (edits: FieldEdits, from: Reading | null = reading, known: Contact | null = null) =>
  contactDraft(personFields(from, known, edits));
const source = (name: string, edits: FieldEdits = {}, from: Reading | null = reading) =>
  personFields(from, contact, edits).find((field) => field.name === name)?.source;

describe('the details that are sent', () => {
  it('are what the page proved, without suggestions', () => {
    expect(draft({})).toEqual({
      name: 'Mira Okonkwo',
      headline: 'Head of Procurement, building fair supply chains',
      company: 'Nordlys Energy',
      about: 'I buy what keeps the lights on.',
    });
  });

  it.each<[string, FieldEdits, Partial<ContactDraft>]>([
    ['a suggestion once it is ticked', { firstName: { send: true } }, { firstName: 'Mira' }],
    ['what the user typed, trimmed', { location: { value: ' Oslo ' } }, { location: 'Oslo' }],
    ['a suggestion that the user corrected', { lastName: { value: 'Okonkwo-Berg' } }, { lastName: 'Okonkwo-Berg' }],
  ])('include %s', (_, edits, added) => {
    expect(draft(edits)).toEqual({ ...draft({}), ...added });
  });

  it.each<[string, FieldEdits, keyof ContactDraft]>([
    ['what was unticked', { company: { send: false } }, 'company'],
    ['what was emptied', { company: { value: '  ' } }, 'company'],
    ['what was typed and then unticked', { location: { value: 'Oslo', send: false } }, 'location'],
    ['a suggestion that was changed and changed back', { firstName: { value: 'Mira' } }, 'firstName'],
    ['an empty field that was ticked', { location: { send: true } }, 'location'],
  ])('leave out %s', (_, edits, name) => {
    expect(draft(edits)).not.toHaveProperty(name);
  });

  it('are empty when the page could not be read, even if GetSales has the person', () => {
    expect(draft({}, null, contact)).toEqual({});
  });

  it('never contain values from GetSales', () => {
    expect(draft({ location: { send: true } }, reading, contact)).not.toHaveProperty('location');
  });

  it('always fit the protocol', () => {
    const long: Reading = { ...reading, fields: { name: proven('x'.repeat(4_000)) } };
    expect(ContactDraft.safeParse(draft({}, long)).success).toBe(true);
  });
});

const CUSTOM = [
  { id: 'a', name: 'Gender' },
  { id: 'b', name: 'First_Message' },
];

describe('fields that no page shows', () => {
  const typed = (edits: FieldEdits) => contactDraft(personFields(null, null, edits, CUSTOM));

  it('are sent as typed, each under its name', () => {
    expect(
      typed({
        workEmail: { value: ' john.doe@example.com ' },
        personalEmail: { value: 'john@example.org' },
        workPhone: { value: '+123456789' },
        personalPhone: { value: '+1 (555) 010-9999' },
        companyDomain: { value: 'https://www.somecoolcompany.com/about' },
        about: { value: 'Some facts about John...' },
        avatarUrl: { value: 'https://example.com/john.jpg' },
        tags: { value: 'Hot lead, Met in Oslo' },
        'custom:Gender': { value: 'Male' },
        'custom:First_Message': { value: 'Thanks, John.\nI was curious' },
      }),
    ).toEqual({
      workEmail: 'john.doe@example.com',
      personalEmail: 'john@example.org',
      workPhone: '+123456789',
      personalPhone: '+1 (555) 010-9999',
      companyDomain: 'somecoolcompany.com',
      about: 'Some facts about John...',
      avatarUrl: 'https://example.com/john.jpg',
      tags: ['Hot lead', 'Met in Oslo'],
      customFields: { Gender: 'Male', First_Message: 'Thanks, John.\nI was curious' },
    });
  });

  it.each<[string, FieldEdits]>([
    ['an unticked e-mail', { workEmail: { value: 'john.doe@example.com', send: false } }],
    ['an unticked custom field', { 'custom:Gender': { value: 'Male', send: false } }],
    ['a custom field that the workspace does not have', { 'custom:Gone': { value: 'x' } }],
    ['tags that are only commas and spaces', { tags: { value: ' , ', send: true } }],
  ])('are not sent: %s', (_, edits) => {
    expect(typed(edits)).toEqual({});
  });

  it.each<[keyof ContactDraft & keyof FieldEdits, string, string]>([
    ['workEmail', 'john.doe', 'email'],
    ['personalEmail', 'john@', 'email'],
    ['workPhone', 'call me', 'phone'],
    ['personalPhone', '12', 'phone'],
    ['companyDomain', 'Some Cool Company', 'domain'],
    ['avatarUrl', 'http://example.com/a.jpg', 'https-url'],
    ['name', 'x'.repeat(401), 'too-long'],
    ['about', 'x'.repeat(4_001), 'too-long'],
    ['workEmail', `${'x'.repeat(400)}@example.com`, 'too-long'],
    ['tags', 'x'.repeat(101), 'tag-length'],
  ])('show a problem and are not sent when invalid: %s', (name, value, kind) => {
    const fields = personFields(null, null, { [name]: { value } }, CUSTOM);
    expect(fields.find((field) => field.name === name)).toMatchObject({ send: true, problem: { kind } });
    expect(contactDraft(fields)).not.toHaveProperty(name);
  });

  it('show a problem when a custom field is too long', () => {
    const fields = personFields(null, null, { 'custom:Gender': { value: 'x'.repeat(4_001) } }, CUSTOM);
    expect(fields.at(-2)).toMatchObject({ name: 'custom:Gender', problem: { kind: 'too-long', max: 4_000 } });
  });

  it('always fit the protocol, for any typed text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.webUrl(),
      fc.emailAddress(),
      fc.string({ minLength: 3_000, maxLength: 5_000 }),
    );
    const edits = fc.record({
      workEmail: text,
      companyDomain: text,
      avatarUrl: text,
      tags: text,
      workPhone: text,
      'custom:Gender': text,
    });
    fc.assert(
      fc.property(edits, (values) => {
        const typedIn = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
        expect(ContactDraft.safeParse(typed(typedIn)).success).toBe(true);
      }),
    );
  });
});

describe('a photo from the page', () => {
  const withPhoto = (value: string) => personFields({ ...reading, fields: { avatar: proven(value) } }, null, {});

  it('is offered with its address, and sent only if ticked, since the address expires', () => {
    const address = 'https://media.licdn.com/dms/image/v2/D4/profile-displayphoto/0/1?e=1';
    expect(withPhoto(address).find(({ name }) => name === 'avatarUrl')).toMatchObject({ value: address, send: false });
    expect(contactDraft(withPhoto(address))).toEqual({});
  });

  it('is not ticked when GetSales would refuse it', () => {
    expect(
      withPhoto(`https://media.licdn.com/${'x'.repeat(2_000)}`).find(({ name }) => name === 'avatarUrl'),
    ).toMatchObject({ send: false, problem: { kind: 'too-long' } });
  });
});

describe('first and last name', () => {
  const parts = (fields: Reading['fields'], edits: FieldEdits = {}) => {
    const all = personFields({ ...reading, fields }, null, edits);
    return (['firstName', 'lastName'] as const).map((name) => {
      const field = all.find((each) => each.name === name);
      return [field?.value, field?.source, field?.send];
    });
  };

  it('are sent when the page gives them', () => {
    const read = { name: proven('Ana Maria Duarte'), firstName: proven('Ana Maria'), lastName: proven('Duarte') };
    expect(parts(read)).toEqual([
      ['Ana Maria', 'page', true],
      ['Duarte', 'page', true],
    ]);
  });

  it('are sent when the proven name is two plain words', () => {
    expect(parts({ name: proven('Mira Okonkwo') })).toEqual([
      ['Mira', 'page', true],
      ['Okonkwo', 'page', true],
    ]);
  });

  it('are only suggested when the name is, or has more than two parts', () => {
    for (const name of [inferred('Mira Okonkwo'), proven('Dr. Mira Okonkwo')]) {
      expect(parts({ name })).toEqual([
        ['Mira', 'suggested', false],
        ['Okonkwo', 'suggested', false],
      ]);
    }
  });

  it('are never a family name in capitals mistaken for a first name', () => {
    expect(parts({ name: proven('OKONKWO Mira') })).toEqual([
      ['', 'none', false],
      ['', 'none', false],
    ]);
  });

  it('follow a name that the user typed', () => {
    const read = { name: proven('Mira Okonkwo'), firstName: proven('Mira'), lastName: proven('Okonkwo') };
    expect(parts(read, { name: { value: 'John Doe' } })).toEqual([
      ['John', 'typed-name', true],
      ['Doe', 'typed-name', true],
    ]);
    expect(parts(read, { name: { value: 'John Fitzgerald Doe' } })).toEqual([
      ['Mira', 'suggested', false],
      ['Okonkwo', 'suggested', false],
    ]);
    expect(parts(read, { name: { value: 'John Doe' }, lastName: { value: 'Roe' } })[1]).toEqual([
      'Roe',
      'edited',
      true,
    ]);
  });
});

describe('the shown fields of a person', () => {
  it.each<[string, string, FieldEdits, string]>([
    ['the page when it proved the value', 'company', {}, 'page'],
    ['a suggestion when it did not', 'firstName', {}, 'suggested'],
    ['GetSales when the page has nothing', 'location', {}, 'getsales'],
    ['the user when edited', 'company', { company: { value: 'Acme' } }, 'edited'],
  ])('come from %s', (_, name, edits, from) => {
    expect(source(name, edits)).toBe(from);
  });

  it('are empty when neither page nor GetSales has values', () => {
    expect(personFields(null, null, {}).every((field) => field.source === 'none' && !field.send)).toBe(true);
  });
});
