import { describe, expect, it } from 'vitest';
import { viewOf } from '@/lib/browser/tab-view';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Reading } from '@/lib/domain/reading';
import { panelProfile, type ReadPage, tabByAddress, tabByReading } from './panel-tab';

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
  unexpectedLayout: [],
  people: [],
};
const readerReturns =
  (seen: Reading): ReadPage =>
  () =>
    Promise.resolve({ ok: true, value: seen });
const unreadable: ReadPage = () => Promise.resolve({ ok: false, error: { code: 'page-unreadable' } });

describe('the person of a tab', () => {
  it.each([
    ['a profile', at('https://www.linkedin.com/in/mira-okonkwo/'), { state: 'person', identity: mira }],
    ['the feed', at('https://www.linkedin.com/feed/'), { state: 'no-person', why: 'not-a-person' }],
    ['a page of many', at('https://www.linkedin.com/search/results/people/'), { state: 'no-person', why: 'many' }],
    ['a conversation', thread, null],
    ['a Recruiter profile', recruiter, null],
  ])('%s is known by its address, or has to be read', (_, view, tab) => {
    expect(tabByAddress(view)).toEqual(tab);
  });

  it('is, in a conversation, the person that the reader matches to it', async () => {
    expect(await tabByReading(thread, readerReturns(reading))).toEqual({ state: 'person', identity: mira });
  });

  it('is, on a Recruiter profile, the person that the page proves', async () => {
    const proven = { ...inRecruiter, slug: mira.slug };
    const tab = await tabByReading(recruiter, readerReturns({ ...reading, kind: 'recruiter', identity: proven }));
    expect(tab).toEqual({ state: 'person', identity: proven });
  });

  it.each([
    ['of a group', thread, readerReturns({ ...reading, identity: null }), 'thread'],
    ['that cannot be read', thread, unreadable, 'thread'],
    [
      'of a person without a public profile',
      recruiter,
      readerReturns({ ...reading, kind: 'recruiter', identity: inRecruiter }),
      'not-a-person',
    ],
  ] as const)('is none on a page %s', async (_, view, read, why) => {
    expect(await tabByReading(view, read)).toEqual({ state: 'no-person', why });
  });
});

const person = (slug: string) => LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
const ana = person('ana');
const jonas = person('jonas');

describe('the panel', () => {
  it.each([{ state: 'loading' }, { state: 'hidden' }, { state: 'no-person', why: null }] as const)(
    'passes on the state of a tab without a person: $state',
    (tab) => {
      expect(panelProfile(tab, null)).toEqual(tab);
    },
  );

  it('shows the person of the tab', () => {
    expect(panelProfile({ state: 'person', identity: ana }, null)).toEqual({
      state: 'person',
      identity: ana,
      pinned: false,
      isTabElsewhere: false,
    });
  });

  it.each([
    ['the same person', { state: 'person', identity: ana }, false],
    ['another person', { state: 'person', identity: jonas }, true],
    ['no person', { state: 'no-person', why: null }, false],
    ['a hidden page', { state: 'hidden' }, false],
  ] as const)('stays with a pinned person while the tab shows %s', (_, tab, isTabElsewhere) => {
    expect(panelProfile(tab, ana)).toEqual({ state: 'person', identity: ana, pinned: true, isTabElsewhere });
  });
});
