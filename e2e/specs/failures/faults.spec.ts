import { expect, test } from '@playwright/test';
import { runBrowsers } from '../../faults/browser/browser';
import { titleOf } from '../../faults/catalogue/table/catalogue';

const RUNS = 24;
const NO_HARM = {
  lost: 0,
  doubled: 0,
  'wrong content': 0,
  'wrong state': 0,
  'wrong account': 0,
  leak: 0,
  error: 0,
};

for (const seed of [20261123, 20270101]) {
  test(titleOf('L2', `seed ${seed}`), async () => {
    const { failed, total, kills } = await runBrowsers({ runs: RUNS, seed, lanes: 1, stopsAtBreach: true });
    expect(failed).toEqual([]);
    expect(total.harms).toEqual(NO_HARM);
    // Enough was sent and killed to make the checks above meaningful.
    expect(total.posted).toBeGreaterThan(RUNS / 3);
    expect(Object.keys(kills).length).toBeGreaterThan(3);
  });
}
