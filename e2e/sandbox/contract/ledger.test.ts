import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { at, LISTS } from '../testing/seeded';
import { sandboxClient } from '../testing/sandbox-client';
import { openLedger, readLedger, summarize } from './ledger';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);
const check = (): Promise<{ stdout: unknown; code: unknown }> =>
  run(process.execPath, ['--import', 'tsx', path.join(root, 'e2e/sandbox/contract/check-ledger.ts'), folder], {
    cwd: root,
  }).then(
    ({ stdout }) => ({ stdout, code: 0 }),
    (failure: unknown) => ({ stdout: at(failure, 'stdout'), code: at(failure, 'code') }),
  );

describe('the ledger of a test run', () => {
  test('collects every request of every sandbox, and passes without violations', async () => {
    vi.stubEnv('CONTRACT_LEDGER', folder);
    await sandboxClient().get(LISTS);
    const { get, post } = sandboxClient();
    await get(LISTS);
    await post(LISTS, { name: 'Trade fair' });
    expect(await check()).toMatchObject({ code: 0, stdout: 'contract: 3 requests of 2 operations checked\n' });
  });

  test('fails on a violation and prints it', async () => {
    vi.stubEnv('CONTRACT_LEDGER', folder);
    const { get, ask } = sandboxClient();
    await get(LISTS, { per_page: '5' });
    await ask('GET', LISTS, { query: { page: '2' }, probe: 'excused' });
    const { stdout, code } = await check();
    expect(code).toBe(1);
    expect(stdout).toContain('1 requests of 1 operations checked (1 more were deliberate probes)');
    expect(stdout).toContain('1 x listLists (GET /leads/api/lists): query parameter "per_page" is unknown');
  });

  test('fails when it is empty', async () => {
    expect(await check()).toMatchObject({ code: 1, stdout: expect.stringContaining('is empty') });
  });

  test('lists equal violations once, with their count', () => {
    const ledger = openLedger(folder);
    const line = { operationId: 'listLists', requests: 1, excused: 0, violations: ['odd'] };
    ledger.write(line);
    ledger.write(line);
    expect(summarize(readLedger(folder))).toEqual({
      requests: 2,
      excused: 0,
      operations: 1,
      violations: [['odd', 2]],
    });
  });
});

describe('a sandbox without probes', () => {
  test('ignores the probe header', async () => {
    const { ask, sandbox } = sandboxClient({ probes: false, ledger: null });
    await ask('GET', LISTS, { query: { page: '2' }, probe: 'no excuse' });
    expect(sandbox.control.violations()).toHaveLength(1);
  });

  test('collects nothing without validation', async () => {
    vi.stubEnv('CONTRACT_LEDGER', folder);
    const { get, sandbox } = sandboxClient({ validate: false });
    await get(LISTS, { page: '2' });
    expect(sandbox.control.violations()).toEqual([]);
    expect(readLedger(folder)).toEqual([]);
  });
});
