import { expect, test } from '@playwright/test';
import { runBrowsers } from '../../faults/browser/browser';

const NO_HARM = {
  lost: 0,
  doubled: 0,
  'wrong content': 0,
  'wrong state': 0,
  'wrong account': 0,
  leak: 0,
  error: 0,
};

// `npm run faults` draws hundreds. From this seed on, three runs kill the browser, six the worker, and four change the key.
test('ten drawn runs with faults, kills and key changes do no harm', async () => {
  const { failed, total, kills } = await runBrowsers({ runs: 10, seed: 20261267, lanes: 1, stopsAtBreach: true });
  expect(failed).toEqual([]);
  expect(total.harms).toEqual(NO_HARM);
  // Enough was sent and killed to make the checks above meaningful.
  expect(total.posted).toBeGreaterThan(4);
  expect(Object.keys(kills).length).toBeGreaterThan(3);
});
