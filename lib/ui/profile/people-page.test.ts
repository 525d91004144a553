import { describe, expect, it } from 'vitest';
import { viewOf } from '@/lib/browser/tab-view';
import { LinkedInIdentity } from '@/lib/domain/identity';
import type { PersonOnPage, Reading } from '@/lib/domain/reading';
import { peopleFound, peoplePage, readingOf } from './people-page';

const inRecruiter = LinkedInIdentity.parse({
  slug: null,
  memberId: null,
  salesId: null,
  recruiterId: 'AEMAACp1iE4BkDljYZmNF_LruU7P1fi1vvM4764',
});
const at = (url: string) => viewOf({ id: 7, windowId: 1, url }) ?? expect.fail('the address is shared');
const THREAD = 'https://www.linkedin.com/messaging/thread/2-YWJj/';
const SEARCH = 'https://www.linkedin.com/search/results/people/?keywords=procurement';

describe('a page whose people only the reader can tell', () => {
  it.each([
    ['conversation', THREAD, { kind: 'thread', url: THREAD }],
    ['people search', SEARCH, { kind: 'many', url: SEARCH }],
  ])('is a %s', (_, url, page) => {
    expect(peoplePage(at(url), 3)).toEqual({ ...page, tabId: 7, windowId: 1, look: 3 });
  });

  it('is a Recruiter profile, whose id GetSales does not know', () => {
    const view = { ...at(SEARCH), page: { kind: 'person', identity: inRecruiter } as const };
    expect(peoplePage(view, 3)).toEqual({ kind: 'recruiter', identity: inRecruiter, tabId: 7, windowId: 1, look: 3 });
  });

  it.each([
    ['a profile', 'https://www.linkedin.com/in/mira-okonkwo/'],
    ['the feed', 'https://www.linkedin.com/feed/'],
    ['the address of whoever is signed in', 'https://www.linkedin.com/in/me/'],
  ])('is not %s', (_, url) => {
    expect(peoplePage(at(url), 3)).toBeNull();
  });
});

const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const ana = LinkedInIdentity.parse({ slug: 'ana-duarte-x1', memberId: null, salesId: null });
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
