import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { expect, it } from 'vitest';
import { viewOf } from '@/lib/browser/tab-view';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';
import type { Reading } from '@/lib/domain/reading';
import { err, ok, type Result } from '@/lib/domain/result';
import type { PanelTab } from './panel-tab';
import { followTab } from './use-panel-profile';

const person = (slug: string) => LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
const [mira, jonas] = [person('mira-okonkwo'), person('jonas-berg-x3')];
const at = (path: string) =>
  viewOf({ id: 7, windowId: 1, url: `https://www.linkedin.com${path}` }) ?? expect.fail('the address is shared');
const [A, B] = [at('/messaging/thread/2-YWJj/'), at('/messaging/thread/2-ZGVm/')];

const loading: PanelTab = { state: 'loading' };
const noPerson: PanelTab = { state: 'no-person', why: 'thread' };
const about = (identity: LinkedInIdentity): PanelTab => ({ state: 'person', identity });
const conversation = (identity: LinkedInIdentity | null): Result<Reading> => {
  const kind: Reading['kind'] = identity === null ? 'unsettled' : 'thread';
  const generation = 'unknown';
  const reading: Reading = { kind, generation, identity, fields: {}, missing: [], unexpectedLayout: [], people: [] };
  return ok(reading);
};

/** A panel whose readings end when the test calls `end`, and everything it showed. */
function panel() {
  const shown: PanelTab[] = [];
  const readings: ((read: Result<Reading>) => void)[] = [];
  const follower = followTab({
    read: () => new Promise((resolve) => readings.push(resolve)),
    isAllowed: () => Promise.resolve(true),
    onTab: (tab) => shown.push(tab),
  });
  return {
    shown,
    ...follower,
    end: async (reading: number, read: Result<Reading>) => {
      readings[reading]?.(read);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

it('shows no person from a navigation until the reader names one', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  await end(0, conversation(mira));
  show(ok(B));
  expect(shown).toEqual([loading, about(mira), loading]);
  await end(1, conversation(jonas));
  expect(shown.at(-1)).toEqual(about(jonas));
});

it('shows no person while the page still shows the previous conversation', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  await end(0, conversation(mira));
  for (const reading of [1, 2, 3]) {
    show(ok(B));
    await end(reading, conversation(null));
  }
  expect(shown.slice(2)).toEqual([loading, noPerson, loading, noPerson, loading, noPerson]);
});

it('reads again after going forth and back, and shows the last reading', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  await end(0, conversation(mira));
  show(ok(B));
  show(ok(A));
  await end(1, conversation(jonas));
  expect(shown).toEqual([loading, about(mira), loading, loading]);
  await end(2, conversation(null));
  expect(shown.at(-1)).toEqual(noPerson);
});

it('keeps the person of an address when another reading fails', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  await end(0, conversation(mira));
  show(ok(A));
  await end(1, err({ code: 'page-unreadable' }));
  expect(shown).toEqual([loading, about(mira)]);
});

it('shows a person by the address at once, and drops the earlier reading', async () => {
  const { shown, show, end } = panel();
  show(ok(A));
  show(ok(at('/in/jonas-berg-x3/')));
  await end(0, conversation(mira));
  expect(shown).toEqual([loading, about(jonas)]);
});

it(titleOf('L16'), async () => {
  const shown: PanelTab[] = [];
  let isAllowed = true;
  const { show } = followTab({
    read: () => Promise.resolve(conversation(mira)),
    isAllowed: () => Promise.resolve(isAllowed),
    onTab: (tab) => shown.push(tab),
  });
  show(ok(at('/in/mira-okonkwo/')));
  isAllowed = false;
  show(err({ code: 'tab-not-shared' }));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(shown).toEqual([about(mira), { state: 'hidden' }]);
});

it('shows nothing after it is stopped', async () => {
  const { shown, show, stop, end } = panel();
  show(ok(A));
  stop();
  await end(0, conversation(mira));
  expect(shown).toEqual([loading]);
});
