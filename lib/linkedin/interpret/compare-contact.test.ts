import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memberIdOf, salesIdOf } from '@/e2e/linkedin/samples/ids';
import { ana, jonas, mira } from '@/e2e/support/cast';
import { compareContact } from './compare-contact';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';

const NONE = { slug: null, memberId: null, salesId: null };
const who = (ids: Partial<Record<'slug' | 'memberId' | 'salesId', string>>) =>
  LinkedInIdentity.parse({ ...NONE, ...ids });
const miraSales = mira.salesId ?? expect.fail();

const UNDECODABLE = 'not-an-id';

describe('a contact in GetSales’ answer', () => {
  test.each([
    ['the same slug', { slug: 'mira' }, { slug: 'mira' }, 'same'],
    ['the same slug in capitals', { slug: 'mira' }, { slug: 'MIRA' }, 'same'],
    ['the same slug, composed differently', { slug: 'jos\u00e9' }, { slug: 'jose\u0301' }, 'same'],
    ['another slug', { slug: 'mira' }, { slug: 'mira-2' }, 'other'],
    ['another slug and an id', { slug: 'mira' }, { slug: 'mira-2', memberId: mira.memberId }, 'other'],
    ['the same member id', { memberId: mira.memberId }, { memberId: mira.memberId }, 'same'],
    ['another member id', { memberId: mira.memberId }, { memberId: ana.memberId }, 'other'],
    ['the Sales Navigator id of the same member', { memberId: mira.memberId }, { salesId: miraSales }, 'same'],
    ['the member id of the same lead', { salesId: miraSales }, { memberId: mira.memberId }, 'same'],
    ['another lead', { salesId: miraSales }, { salesId: salesIdOf(jonas.memberNumber) }, 'other'],
    [
      'a changed slug and the same member id',
      { slug: 'mira', memberId: mira.memberId },
      { slug: 'mira-new', memberId: mira.memberId },
      'same',
    ],
    [
      'the same slug and another member id',
      { slug: 'mira', memberId: mira.memberId },
      { slug: 'mira', memberId: ana.memberId },
      'same',
    ],
    ['an id where the slug belongs', { memberId: mira.memberId }, { slug: mira.memberId.toLowerCase() }, 'same'],
    ['an id where the slug belongs, and a slug asked for', { slug: 'mira' }, { slug: mira.memberId }, 'unknown'],
    ['no ids', { slug: 'mira', memberId: mira.memberId }, {}, 'unknown'],
    ['only ids of another kind', { slug: 'mira' }, { memberId: mira.memberId, salesId: miraSales }, 'unknown'],
    ['an id that cannot be decoded', { memberId: mira.memberId }, { memberId: UNDECODABLE }, 'unknown'],
    [
      'an id that cannot be decoded, and the same slug',
      { slug: 'mira', memberId: mira.memberId },
      { slug: 'mira', memberId: UNDECODABLE },
      'same',
    ],
  ] as const)('with %s', (_name, asked, answered, result) => {
    expect(compareContact(who(asked), { ...NONE, ...answered })).toBe(result);
  });

  const people = fc.record({
    slug: fc.stringMatching(/^[a-z0-9-]{3,20}$/u),
    number: fc.integer({ min: 1, max: 2 ** 31 }),
  });
  const shown = fc.record({ slug: fc.boolean(), memberId: fc.boolean(), salesId: fc.boolean() });
  const idsOf = (person: { readonly slug: string; readonly number: number }) => ({
    slug: person.slug,
    memberId: memberIdOf(person.number),
    salesId: salesIdOf(person.number),
  });
  const only = <T extends object>(ids: T, show: Readonly<Record<keyof T, boolean>>) =>
    Object.fromEntries(Object.entries(ids).filter(([name]) => Reflect.get(show, name) === true));

  test('is never another person with any ids of this one, and never this one with the ids of another', () => {
    fc.assert(
      fc.property(people, people, shown, shown, (person, otherPerson, asks, answers) => {
        fc.pre(person.slug !== otherPerson.slug && person.number !== otherPerson.number);
        fc.pre(Object.values(asks).includes(true));
        const identity = who(only(idsOf(person), asks));
        expect(compareContact(identity, { ...NONE, ...only(idsOf(person), answers) })).not.toBe('other');
        expect(compareContact(identity, { ...NONE, ...only(idsOf(otherPerson), answers) })).not.toBe('same');
        const isComparable =
          (asks.slug && answers.slug) || ((asks.memberId || asks.salesId) && (answers.memberId || answers.salesId));
        expect(compareContact(identity, { ...NONE, ...only(idsOf(person), answers) })).toBe(
          isComparable ? 'same' : 'unknown',
        );
      }),
    );
  });
});
