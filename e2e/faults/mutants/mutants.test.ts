import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { endOf } from './limited-process';
import { MUTANTS } from './mutants';
import { runMutants } from './run-mutants';

test('finds the planted faults of the short form, each by a harm that it causes', async () => {
  const chosen = MUTANTS.filter(({ isInShortForm }) => isInShortForm === true);
  const results = await runMutants(chosen, { runs: 200, seed: 20_261_123, atOnce: 2 });
  expect(results.length).toBeGreaterThan(3);
  expect(results.filter(({ breach }) => breach === null).map(({ mutant }) => mutant.name)).toEqual([]);
});

test('stops a run that does not end, with everything that it started', async () => {
  const endless = `require('node:child_process').spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'inherit' }); for (;;);`;
  const child = spawn(process.execPath, ['-e', endless], { detached: true });
  // It ends only once both have closed the pipes that they share.
  expect(await endOf(child, 500)).toMatchObject({ isStopped: true, code: null });
});
