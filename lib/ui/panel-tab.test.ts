import { describe, expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity';
import type { Reading } from '@/lib/domain/reading';
import { viewOf, type TabView } from '@/lib/tab/tab-view';
import { tabByAddress, tabByReading, type ReadingDeps } from './panel-tab';

const mira = LinkedInIdentity.parse({ slug: 'mira-okonkwo', memberId: null, salesId: null });
const ana = LinkedInIdentity.parse({ slug: 'ana-duarte-x1', memberId: null, salesId: null });
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
type Read = ReadingDeps['read'];
const seeing =
  (seen: Reading): Read =>
  () =>
    Promise.resolve({ ok: true, value: { reading: seen, documentId: 'D1' } });
const unreadable: Read = () => Promise.resolve({ ok: false, error: { code: 'page-unreadable' } });

/** What the panel makes of a page whose reader answers so, and how long it waited. */
async function panelOf(view: TabView, read: Read, before: LinkedInIdentity | null = null) {
  const waited: number[] = [];
  const sleep = (ms: number) => Promise.resolve(void waited.push(ms));
  return { tab: await tabByReading(view, before, { read, sleep }), waited };
}

describe('what the panel makes of a tab', () => {
  it.each([
    ['a profile', at('https://www.linkedin.com/in/mira-okonkwo/'), { state: 'person', identity: mira }],
    ['the feed', at('https://www.linkedin.com/feed/'), { state: 'nobody', why: 'not-a-person' }],
    ['a page of many', at('https://www.linkedin.com/search/results/people/'), { state: 'nobody', why: 'many' }],
    ['a conversation', thread, null],
    ['a Recruiter profile', recruiter, null],
  ])('%s is told by its address, or left to the reader', (_, view, tab) => {
    expect(tabByAddress(view)).toEqual(tab);
  });

  it('follows a conversation to whom it is with', async () => {
    expect(await panelOf(thread, seeing(reading))).toEqual({ tab: { state: 'person', identity: mira }, waited: [] });
  });

  it('does not take the person of the conversation before for whom this one is with', async () => {
    const later = { ...reading, identity: ana };
    let reads = 0;
    const read: Read = (page) => seeing((reads += 1) < 3 ? reading : later)(page);
    const seen = await panelOf(thread, read, mira);
    expect(seen).toEqual({ tab: { state: 'person', identity: ana }, waited: [300, 900] });
  });

  it('believes that two conversations are with the same person once that has stayed so', async () => {
    const seen = await panelOf(thread, seeing(reading), mira);
    expect(seen).toEqual({ tab: { state: 'person', identity: mira }, waited: [300, 900, 2_700] });
  });

  it('follows a Recruiter profile to the person whom it proves', async () => {
    const proven = { ...inRecruiter, slug: mira.slug };
    const { tab } = await panelOf(recruiter, seeing({ ...reading, kind: 'recruiter', identity: proven }));
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
  ] as const)('is nobody’s page %s', async (_, view, read, why) => {
    expect((await panelOf(view, read)).tab).toEqual({ state: 'nobody', why });
  });
});
