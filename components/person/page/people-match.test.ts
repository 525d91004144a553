import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { PersonOnPage } from '@/lib/domain/reading';
import { peopleMatching, rowAfter } from './people-match';

const person = (slug: string, name: string, headline: string): PersonOnPage => ({
  identity: LinkedInIdentity.parse({ slug, memberId: null, salesId: null }),
  fields: {
    name: { value: name, evidence: 'link', certainty: 'proven' },
    headline: { value: headline, evidence: 'structure', certainty: 'proven' },
  },
});
const people = [
  person('mira-okonkwo', 'Mira Okonkwo', 'Head of Procurement'),
  person('zoe-lefevre-t4', 'Zoé Lefèvre', 'Head of People'),
  person('li-wei-x2', '李伟', '首席工程师'),
];

describe('searching the people of a page', () => {
  it.each([
    ['a part of the name', 'okon', ['mira-okonkwo']],
    ['a name without its accents', 'lefevre', ['zoe-lefevre-t4']],
    ['a name with its accents', 'ZOÉ', ['zoe-lefevre-t4']],
    ['words of name and headline in any order', 'head mira', ['mira-okonkwo']],
    ['another script', '工程', ['li-wei-x2']],
    ['the link', 'x2', ['li-wei-x2']],
    ['nothing', '  ', ['mira-okonkwo', 'zoe-lefevre-t4', 'li-wei-x2']],
    ['text that matches no one', 'zzz', []],
  ])('finds people by %s', (_, typed, slugs) => {
    expect(peopleMatching(people, typed).map(({ identity }) => identity.slug)).toEqual(slugs);
  });
});

describe('moving through the list by keys', () => {
  it.each([
    ['down to the next', 'ArrowDown', 0, 1],
    ['not below the last', 'ArrowDown', 2, 2],
    ['up to the previous', 'ArrowUp', 2, 1],
    ['up out of the list from the first', 'ArrowUp', 0, -1],
    ['to the first', 'Home', 2, 0],
    ['to the last', 'End', 0, 2],
    ['nowhere with other keys', 'a', 1, null],
  ])('moves %s', (_, key, at, to) => {
    expect(rowAfter(key, at, 3)).toBe(to);
  });
});
