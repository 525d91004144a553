import { describe, expect, test } from 'vitest';
import { identityKey, isAddressable, isSamePerson, linkedinReference } from './identity';
import { LinkedInIdentity } from './identity-schema';

const member = `ACoAA${'b'.repeat(34)}`;
const sales = `ACwAA${'c'.repeat(34)}`;
const recruiter = `AEMAA${'d'.repeat(34)}`;
const NONE = { slug: null, memberId: null, salesId: null };

const identity = (ids: object): LinkedInIdentity => LinkedInIdentity.parse({ ...NONE, ...ids });

describe('an identity', () => {
  test.each([{ slug: 'mira' }, { memberId: member }, { salesId: sales }, { recruiterId: recruiter }])(
    'may have one id: %j',
    (ids) => {
      expect(identity(ids)).toEqual({ ...NONE, ...ids });
    },
  );

  test('may have every id', () => {
    const ids = { slug: 'mira', memberId: member, salesId: sales, recruiterId: recruiter };
    expect(identity(ids)).toEqual(ids);
    expect(identity({ slug: 'x'.repeat(200), memberId: 'ACoAA-_9Zz'.padEnd(39, '0') })).toMatchObject({
      salesId: null,
    });
  });

  test.each<[string, object]>([
    ['no id', {}],
    ['an empty slug', { slug: '' }],
    ['a slug of 201 characters', { slug: 'x'.repeat(201) }],
    ...Object.entries({ memberId: member, salesId: sales, recruiterId: recruiter }).flatMap(
      ([name, id]): readonly [string, object][] => [
        [`a ${name} that is too short`, { [name]: id.slice(0, -1) }],
        [`a ${name} that is too long`, { [name]: `${id}e` }],
        [`a ${name} with something before it`, { [name]: `x${id}` }],
        [`a ${name} with another letter`, { [name]: id.replace(/.$/u, '/') }],
        [`a ${name} in lower case`, { [name]: id.toLowerCase() }],
      ],
    ),
    ['a member id as sales id', { salesId: member }],
    ['a sales id as member id', { memberId: sales }],
    ['a member id as recruiter id', { recruiterId: member }],
  ])('is rejected with %s', (_name, ids) => {
    expect(LinkedInIdentity.safeParse({ ...NONE, ...ids }).success).toBe(false);
  });
});

test.each([
  [{ slug: 'mira', memberId: member, salesId: sales, recruiterId: recruiter }, true, 'in:mira', 'mira'],
  [{ memberId: member, salesId: sales, recruiterId: recruiter }, true, `member:${member}`, member],
  [{ salesId: sales, recruiterId: recruiter }, true, `sales:${sales}`, sales],
  [{ recruiterId: recruiter }, false, `recruiter:${recruiter}`, ''],
])('%j can be looked up: %s, is stored under %s, and looked up as %s', (ids, addressable, key, reference) => {
  expect(isAddressable(identity(ids))).toBe(addressable);
  expect(identityKey(identity(ids))).toBe(key);
  expect(linkedinReference(identity(ids))).toBe(reference);
});

test.each([{ slug: 'mira' }, { memberId: member }, { salesId: sales }])('%j alone can be looked up', (ids) => {
  expect(isAddressable(identity(ids))).toBe(true);
});

test('an identity without any id has no key in common with a person', () => {
  expect([isAddressable(NONE), identityKey(NONE), linkedinReference(NONE)]).toEqual([false, 'recruiter:', '']);
});

describe('two identities', () => {
  test.each([{ slug: 'mira' }, { memberId: member }, { salesId: sales }, { recruiterId: recruiter }])(
    'are the same person when they share %j',
    (ids) => {
      expect(isSamePerson(identity(ids), identity(ids))).toBe(true);
    },
  );

  test('are the same person when one of them knows more', () => {
    expect(isSamePerson(identity({ slug: 'mira', memberId: member }), identity({ slug: 'mira', salesId: sales }))).toBe(
      true,
    );
  });

  test.each<[string, object, object]>([
    ['have different kinds of ids', { slug: 'mira' }, { memberId: member }],
    ['have different slugs', { slug: 'mira' }, { slug: 'mara' }],
    ['share one id and differ in another', { slug: 'mira', memberId: member }, { slug: 'mara', memberId: member }],
    [
      'differ in the recruiter’s id',
      { slug: 'mira', recruiterId: recruiter },
      { slug: 'mira', recruiterId: `AEMAA${'e'.repeat(34)}` },
    ],
  ])('are not proven to be the same person when they %s', (_name, a, b) => {
    expect(isSamePerson(identity(a), identity(b))).toBe(false);
    expect(isSamePerson(identity(b), identity(a))).toBe(false);
  });
});
