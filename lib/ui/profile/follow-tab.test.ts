import { expect, it } from 'vitest';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Reading } from '@/lib/domain/reading';
import { err, ok, type Result } from '@/lib/domain/result';
import type { TabReading } from '@/lib/browser/read-tab';
import { viewOf } from '@/lib/browser/tab-view';
import { followTab } from './follow-tab';
import type { PanelTab } from './panel-profile';

const person = (slug: string) => LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
const [mira, jonas] = [person('mira-okonkwo'), person('jonas-berg-x3')];
const at = (path: string) =>
  viewOf({ id: 7, windowId: 1, url: `https://www.linkedin.com${path}` }) ?? expect.fail('the address is shared');
const [A, B] = [at('/messaging/thread/2-YWJj/'), at('/messaging/thread/2-ZGVm/')];

const looking: PanelTab = { state: 'looking' };
const noOne: PanelTab = { state: 'nobody', why: 'thread' };
const about = (identity: LinkedInIdentity): PanelTab => ({ state: 'person', identity });
const conversation = (identity: LinkedInIdentity | null): Result<TabReading> => {
  const kind: Reading['kind'] = identity === null ? 'unsettled' : 'thread';
  const generation = 'unknown';
  const reading: Reading = { kind, generation, identity, fields: {}, missing: [], drift: [], people: [] };
  return ok({ reading });
};

/** A panel whose readings end when the test says so, and everything that it showed. */
function panel() {
  const shown: PanelTab[] = [];
  const readings: ((read: Result<TabReading>) => void)[] = [];
  const follower = followTab({
    read: () => new Promise((resolve) => readings.push(resolve)),
    isAllowed: () => Promise.resolve(true),
    onTab: (tab) => shown.push(tab),
  });
  return {
    shown,
    ...follower,
    end: async (reading: number, read: Result<TabReading>) => {
      readings[reading]?.(read);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

it('shows no one from the moment of a navigation until the reader names someone there', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  await end(0, conversation(mira));
  show(ok(B));
  expect(shown).toEqual([looking, about(mira), looking]);
  await end(1, conversation(jonas));
  expect(shown.at(-1)).toEqual(about(jonas));
});

it('stays with no one while the page shows the previous conversation, however often it is read', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  await end(0, conversation(mira));
  for (const reading of [1, 2, 3]) {
    show(ok(B));
    await end(reading, conversation(null));
  }
  expect(shown.slice(2)).toEqual([looking, noOne, looking, noOne, looking, noOne]);
});

it('asks anew after going on and back, and shows what the last reading says', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  await end(0, conversation(mira));
  show(ok(B));
  show(ok(A));
  await end(1, conversation(jonas));
  expect(shown).toEqual([looking, about(mira), looking, looking]);
  await end(2, conversation(null));
  expect(shown.at(-1)).toEqual(noOne);
});

it('keeps the person of an address when one more reading there fails', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  await end(0, conversation(mira));
  show(ok(A));
  await end(1, err({ code: 'page-unreadable' }));
  expect(shown).toEqual([looking, about(mira)]);
});

it('shows a person by the address at once, and drops the reading before', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  show(ok(at('/in/jonas-berg-x3/')));
  await end(0, conversation(mira));
  expect(shown).toEqual([looking, about(jonas)]);
});

it('shows nothing more once it is stopped', async () => {
  const { shown, show, stop, end } = panel();
  show(ok(A));
  stop();
  await end(0, conversation(mira));
  expect(shown).toEqual([looking]);
});
