import { expect, test } from 'vitest';
import { stepNames } from '../steps';
import { runModel } from './model';
import { createProfile } from './profile';
import { runOnce } from './run';

const SEED = 5_000;

test(`loses, doubles and misreports nothing under faults, with kills at every step (seed ${SEED})`, async () => {
  const { failed, total, kills } = await runModel({ runs: 400, seed: SEED });
  expect(failed).toEqual([]);
  expect(total.harms).toEqual({
    lost: 0,
    doubled: 0,
    'wrong content': 0,
    'wrong state': 0,
    'wrong account': 0,
    leak: 0,
    error: 0,
  });
  expect(stepNames.filter((name) => kills[name] === undefined)).toEqual([]);
  // Enough was sent to make the checks above meaningful.
  expect(total.posted).toBeGreaterThan(300);
});

test('repeats a run exactly, regardless of earlier runs', async () => {
  const profile = await createProfile();
  for (const seed of [7, 8, 9]) await runOnce(profile, seed);
  const first = await runOnce(profile, 31);
  const alone = await runOnce(await createProfile(), 31);
  expect(alone).toEqual(first);
});
