import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { PersonOnPage, Reading } from '@/lib/domain/reading';
import { peopleFound, readingOf } from './people-found';

const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const ana = LinkedInIdentity.parse({ slug: 'ana-duarte-x1', memberId: null, salesId: null });
const inRecruiter = LinkedInIdentity.parse({
  slug: null,
  memberId: null,
  salesId: null,
  recruiterId: 'AEMAACp1iE4BkDljYZmNF_LruU7P1fi1vvM4764',
});
const empty: Reading = {
  kind: 'other',
  generation: 'current',
  identity: null,
  fields: {},
  missing: [],
  drift: [],
  people: [],
};
const named = (identity: LinkedInIdentity, name: string): PersonOnPage => ({
  identity,
  fields: { name: { value: name, evidence: 'link', certainty: 'proven' } },
});
const miraHere = named(mira, 'Mira Okonkwo');

describe('whom a page shows that names nobody in its address', () => {
  it.each<[string, ...Parameters<typeof peopleFound>, ReturnType<typeof peopleFound>]>([
    [
      'the other person of a conversation',
      'thread',
      { ...empty, kind: 'thread', identity: mira },
      { kind: 'one', identity: mira },
    ],
    ['nobody in a conversation of several', 'thread', { ...empty, kind: 'thread' }, { kind: 'none' }],
    [
      'nobody where the page is no conversation after all',
      'thread',
      { ...empty, kind: 'other', identity: mira },
      { kind: 'none' },
    ],
    [
      'the person of a Recruiter profile by what the page proves beside',
      'recruiter',
      { ...empty, kind: 'recruiter', identity: { ...inRecruiter, slug: mira.slug } },
      { kind: 'one', identity: { ...inRecruiter, slug: mira.slug } },
    ],
    [
      'nobody in Recruiter without a public profile',
      'recruiter',
      { ...empty, kind: 'recruiter', identity: inRecruiter },
      { kind: 'none' },
    ],
    [
      'everybody on a page of many',
      'many',
      { ...empty, kind: 'people', people: [miraHere, named(ana, 'Ana Duarte')] },
      { kind: 'many', people: [miraHere, named(ana, 'Ana Duarte')], unlinked: 0 },
    ],
    [
      'those of many whom GetSales can be asked about, and how many others',
      'many',
      { ...empty, kind: 'people', people: [miraHere, named(inRecruiter, 'Ana Duarte')] },
      { kind: 'many', people: [miraHere], unlinked: 1 },
    ],
    ['nobody on an empty page of many', 'many', { ...empty, kind: 'people' }, { kind: 'none' }],
  ])('is %s', (_, kind, reading, found) => {
    expect(peopleFound(kind, reading)).toEqual(found);
  });

  it('is said of one of many only as far as it stood beside them', () => {
    const page: Reading = { ...empty, kind: 'people', drift: ['name'], people: [miraHere] };
    expect(readingOf(miraHere, page)).toEqual({ ...empty, kind: 'people', identity: mira, fields: miraHere.fields });
  });
});
