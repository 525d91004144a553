import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import { viewOf } from '@/lib/browser/tab-view';
import { peoplePage } from './people-page';

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
