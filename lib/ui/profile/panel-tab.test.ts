import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Reading } from '@/lib/domain/reading';
import { viewOf } from '@/lib/browser/tab-view';
import { tabByAddress, tabByReading, type ReadPage } from './panel-tab';

const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const inRecruiter = LinkedInIdentity.parse({
  slug: null,
  memberId: null,
  salesId: null,
  recruiterId: 'AEMAACp1iE4BkDljYZmNF_LruU7P1fi1vvM4764',
});
const at = (url: string) => viewOf({ id: 7, windowId: 1, url }) ?? expect.fail('the address is shared');
const thread = at('https://www.linkedin.com/messaging/thread/2-YWJj/');
const recruiter = { ...thread, page: { kind: 'person', identity: inRecruiter } as const };
const reading: Reading = {
  kind: 'thread',
  generation: 'classic',
  identity: mira,
  fields: {},
  missing: [],
  drift: [],
  people: [],
};
const seeing =
  (seen: Reading): ReadPage =>
  () =>
    Promise.resolve({ ok: true, value: { reading: seen } });
const unreadable: ReadPage = () => Promise.resolve({ ok: false, error: { code: 'page-unreadable' } });

describe('what the panel makes of a tab', () => {
  it.each([
    ['a profile', at('https://www.linkedin.com/in/mira-okonkwo/'), { state: 'person', identity: mira }],
    ['the feed', at('https://www.linkedin.com/feed/'), { state: 'nobody', why: 'not-a-person' }],
    ['a page of many', at('https://www.linkedin.com/search/results/people/'), { state: 'nobody', why: 'many' }],
    ['a conversation', thread, null],
    ['a Recruiter profile', recruiter, null],
  ])('%s is known by its address, or left to the reader', (_, view, tab) => {
    expect(tabByAddress(view)).toEqual(tab);
  });

  it('follows a conversation to the person that the reader connections to it', async () => {
    expect(await tabByReading(thread, seeing(reading))).toEqual({ state: 'person', identity: mira });
  });

  it('follows a Recruiter profile to the person that it proves', async () => {
    const proven = { ...inRecruiter, slug: mira.slug };
    const tab = await tabByReading(recruiter, seeing({ ...reading, kind: 'recruiter', identity: proven }));
    expect(tab).toEqual({ state: 'person', identity: proven });
  });

  it.each([
    ['of a group', thread, seeing({ ...reading, identity: null }), 'thread'],
    ['that cannot be read', thread, unreadable, 'thread'],
    [
      'of somebody without a public profile',
      recruiter,
      seeing({ ...reading, kind: 'recruiter', identity: inRecruiter }),
      'not-a-person',
    ],
  ] as const)('has no person %s', async (_, view, read, why) => {
    expect(await tabByReading(view, read)).toEqual({ state: 'nobody', why });
  });
});
