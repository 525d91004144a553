import { describe, expect, it } from 'vitest';
import { viewOf } from '@/lib/browser/tab-view';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
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

describe('a page whose people only the reader can find', () => {
  it.each([
    ['conversation', THREAD, { kind: 'thread', url: THREAD }],
    ['people search', SEARCH, { kind: 'many', url: SEARCH }],
  ])('is a %s', (_, url, page) => {
    expect(peoplePage(at(url), 3)).toEqual({ ...page, tabId: 7, windowId: 1, refreshCount: 3 });
  });

  it('is a Recruiter profile, whose id GetSales does not know', () => {
    const view = { ...at(SEARCH), page: { kind: 'person', identity: inRecruiter } as const };
    expect(peoplePage(view, 3)).toEqual({
      kind: 'recruiter',
      identity: inRecruiter,
      tabId: 7,
      windowId: 1,
      refreshCount: 3,
    });
  });

  it.each([
    ['a profile', 'https://www.linkedin.com/in/mira-okonkwo/'],
    ['the feed', 'https://www.linkedin.com/feed/'],
    ['the address of the signed-in user', 'https://www.linkedin.com/in/me/'],
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
  unexpectedLayout: [],
  people: [],
};
const named = (identity: LinkedInIdentity, name: string): PersonOnPage => ({
  identity,
  fields: { name: { value: name, evidence: 'link', certainty: 'proven' } },
});
const miraHere = named(mira, 'Mira Okonkwo');

describe('the people of a page whose address names no person', () => {
  it.each<[string, ...Parameters<typeof peopleFound>, ReturnType<typeof peopleFound>]>([
    [
      'the other person of a conversation',
      'thread',
      { ...empty, kind: 'thread', identity: mira },
      { kind: 'one', identity: mira },
    ],
    ['no one in a conversation of several people', 'thread', { ...empty, kind: 'thread' }, { kind: 'none' }],
    [
      'no one where the page is not a conversation after all',
      'thread',
      { ...empty, kind: 'other', identity: mira },
      { kind: 'none' },
    ],
    [
      'the person of a Recruiter profile by the ids that the page proves',
      'recruiter',
      { ...empty, kind: 'recruiter', identity: { ...inRecruiter, slug: mira.slug } },
      { kind: 'one', identity: { ...inRecruiter, slug: mira.slug } },
    ],
    [
      'no one in Recruiter without a public profile',
      'recruiter',
      { ...empty, kind: 'recruiter', identity: inRecruiter },
      { kind: 'none' },
    ],
    [
      'everyone on a page of many',
      'many',
      { ...empty, kind: 'people', people: [miraHere, named(ana, 'Ana Duarte')] },
      { kind: 'many', people: [miraHere, named(ana, 'Ana Duarte')], unlinked: 0 },
    ],
    [
      'those on a page of many that GetSales can look up, and a count of the others',
      'many',
      { ...empty, kind: 'people', people: [miraHere, named(inRecruiter, 'Ana Duarte')] },
      { kind: 'many', people: [miraHere], unlinked: 1 },
    ],
    ['no one on an empty page of many', 'many', { ...empty, kind: 'people' }, { kind: 'none' }],
  ])('are %s', (_, kind, reading, found) => {
    expect(peopleFound(kind, reading)).toEqual(found);
  });

  it('become a reading with the fields shown beside their link', () => {
    const page: Reading = { ...empty, kind: 'people', unexpectedLayout: ['name'], people: [miraHere] };
    expect(readingOf(miraHere, page)).toEqual({ ...empty, kind: 'people', identity: mira, fields: miraHere.fields });
  });
});
