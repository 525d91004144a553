import { describe, expect, test } from 'vitest';
import { Reading, ReadingAt } from './reading';

const identity = { slug: 'mira', memberId: null, salesId: null };
const FIELDS = ['name', 'firstName', 'lastName', 'headline', 'position', 'company', 'location', 'about', 'avatar'];
const EMPTY = {
  kind: 'other',
  generation: 'unknown',
  identity: null,
  fields: {},
  missing: [],
  unexpectedLayout: [],
  people: [],
};

/** A reading with one field. */
function withField(field: object): object {
  return { ...EMPTY, fields: { name: { value: 'Mira', evidence: 'heading', certainty: 'proven', ...field } } };
}

/** A page with so many people. */
function withPeople(count: number): object {
  return { ...EMPTY, people: Array.from({ length: count }, () => ({ identity, fields: {} })) };
}

describe('a reading arrives as the reader returned it', () => {
  test.each([
    ...['profile', 'profile-detail', 'sales-lead', 'recruiter', 'thread', 'people', 'walled', 'unsettled', 'other'].map(
      (kind) => ({ kind }),
    ),
    ...['classic', 'current', 'public', 'sales', 'recruiter', 'unknown'].map((generation) => ({ generation })),
    { identity },
    { missing: FIELDS },
    { unexpectedLayout: FIELDS },
  ])('with %j', (change) => {
    expect(Reading.parse({ ...EMPTY, ...change })).toEqual({ ...EMPTY, ...change });
  });

  test.each([
    ...['url', 'card-key', 'attribute', 'link', 'heading', 'badge'].map((evidence) => ({ evidence })),
    ...['structure', 'island', 'meta', 'json-ld', 'title', 'split'].map((evidence) => ({ evidence })),
    { certainty: 'inferred' },
    { value: 'x'.repeat(4_000) },
    {
      otherRoles: [
        { position: 'Trustee', company: 'Havn Trust' },
        { position: 'Mentor', company: null },
      ],
    },
  ])('with a field %j', (field) => {
    expect(Reading.parse(withField(field))).toEqual(withField(field));
  });

  test('with every field, of one person and of several', () => {
    const fields = Object.fromEntries(
      FIELDS.map((name) => [name, { value: name, evidence: 'meta', certainty: 'proven' }]),
    );
    const reading = { ...EMPTY, fields, people: [{ identity, fields }] };
    expect(Reading.parse(reading)).toEqual(reading);
    expect(Reading.parse(withPeople(500))).toEqual(withPeople(500));
  });

  test('with its address, if the reader gave one', () => {
    const reading = { ...EMPTY, href: 'https://www.linkedin.com/in/mira' };
    expect(ReadingAt.parse(reading)).toEqual(reading);
    expect(ReadingAt.parse(EMPTY)).toEqual(EMPTY);
  });
});

test.each<[string, object]>([
  ['an empty value', withField({ value: '' })],
  ['a value above 4,000 characters', withField({ value: 'x'.repeat(4_001) })],
  ['a value without evidence', withField({ evidence: null })],
  ['an unknown certainty', withField({ certainty: 'sure' })],
  ['an unknown field', { ...EMPTY, fields: { salary: { value: '1', evidence: 'meta', certainty: 'proven' } } }],
  ['an unknown kind', { ...EMPTY, kind: 'company' }],
  ['more than 500 people', withPeople(501)],
  ['an identity without an id', { ...EMPTY, identity: { ...identity, slug: null } }],
])('a reading with %s is rejected', (_name, reading) => {
  expect(Reading.safeParse(reading).success).toBe(false);
});
