import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { describe, expect, it } from 'vitest';
import type { Result } from '@/lib/domain/result';
import type { BrowserTab, TabView } from './tab-view';
import { watchTab } from './watch-tab';

function signal<Args extends readonly unknown[]>() {
  const listeners = new Set<(...args: Args) => void>();
  return {
    addListener: (listener: (...args: Args) => void) => void listeners.add(listener),
    removeListener: (listener: (...args: Args) => void) => void listeners.delete(listener),
    fire: (...args: Args) => {
      listeners.forEach((listener) => {
        listener(...args);
      });
    },
    count: () => listeners.size,
  };
}

/** A browser with one window (1) whose front tab can be changed, and a log of its reports. */
function watched() {
  let front: BrowserTab = { id: 7, windowId: 1, url: 'https://www.linkedin.com/in/mira-okonkwo/' };
  const queries: ((tabs: readonly BrowserTab[]) => void)[] = [];
  const onActivated = signal<[{ windowId: number }]>();
  const onUpdated = signal<[number, { url?: string; status?: string }, BrowserTab & { active: boolean }]>();
  const grant = signal<[]>();
  const permissions = { onAdded: signal<[]>(), onRemoved: signal<[]>() };
  const views: (string | undefined)[] = [];
  const query = () => new Promise<readonly BrowserTab[]>((resolve) => queries.push(resolve));
  const stop = watchTab(
    1,
    (view: Result<TabView>) => views.push(view.ok ? view.value.url : view.error.code),
    (report) => {
      grant.addListener(report);
      return () => {
        grant.removeListener(report);
      };
    },
    { tabs: { query, onActivated, onUpdated }, permissions },
  );
  return {
    views,
    stop,
    onActivated,
    onUpdated,
    grant,
    permissions,
    show: (tab: Partial<BrowserTab>) => (front = { ...front, ...tab }),
    /** Answers the nth question with what is in front now. */
    answer: async (index: number) => {
      queries[index]?.([front]);
      await Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => Promise.resolve());
    },
    asked: () => queries.length,
    front: () => ({ ...front, active: true }),
  };
}

const TEO = 'https://www.linkedin.com/in/teo-larsen-test/';

describe('following the tab in front', () => {
  it('tells what is shown at once', async () => {
    const tab = watched();
    await tab.answer(0);
    expect(tab.views).toEqual(['https://www.linkedin.com/in/mira-okonkwo/']);
  });

  it('tells again when the page navigates in place', async () => {
    const tab = watched();
    await tab.answer(0);
    tab.show({ url: TEO });
    tab.onUpdated.fire(7, { url: TEO }, tab.front());
    await tab.answer(1);
    expect(tab.views.at(-1)).toBe(TEO);
  });

  it('says that another tab is not shared when it comes to the front', async () => {
    const tab = watched();
    tab.show({ id: 8, url: undefined });
    tab.onActivated.fire({ windowId: 1 });
    await tab.answer(1);
    expect(tab.views).toEqual(['tab-not-shared']);
  });

  it('reports the tab again when the popup was opened on the tab', () => {
    const tab = watched();
    tab.grant.fire();
    expect(tab.asked()).toBe(2);
  });

  it(titleOf('L16', 'the panel asks for its tab again'), async () => {
    const tab = watched();
    await tab.answer(0);
    tab.show({ url: undefined });
    tab.permissions.onRemoved.fire();
    await tab.answer(1);
    expect(tab.views.at(-1)).toBe('tab-not-shared');
    tab.show({ url: TEO });
    tab.permissions.onAdded.fire();
    await tab.answer(2);
    expect(tab.views.at(-1)).toBe(TEO);
  });

  it('drops an answer that was overtaken by a newer question', async () => {
    const tab = watched();
    tab.onActivated.fire({ windowId: 1 });
    tab.show({ url: TEO });
    await tab.answer(1);
    tab.show({ url: 'https://www.linkedin.com/in/mira-okonkwo/' });
    await tab.answer(0);
    expect(tab.views).toEqual([TEO]);
  });

  it('leaves other windows, background tabs and meaningless changes alone', () => {
    const tab = watched();
    tab.onActivated.fire({ windowId: 2 });
    tab.onUpdated.fire(9, { url: TEO }, { ...tab.front(), windowId: 2 });
    tab.onUpdated.fire(9, { url: TEO }, { ...tab.front(), active: false });
    tab.onUpdated.fire(7, { status: 'loading' }, tab.front());
    expect(tab.asked()).toBe(1);
  });

  it('stops completely', async () => {
    const tab = watched();
    tab.stop();
    await tab.answer(0);
    expect(tab.views).toEqual([]);
    const { onAdded, onRemoved } = tab.permissions;
    const signals = [tab.onActivated, tab.onUpdated, tab.grant, onAdded, onRemoved];
    expect(signals.map((each) => each.count())).toEqual([0, 0, 0, 0, 0]);
  });
});
