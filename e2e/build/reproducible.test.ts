import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pack, sha256 } from './pack';
import { SHIPPED, shippedFiles } from './shipped';

const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(tmpdir(), 'shortlist-build-'));

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

it('packs the same zip every time', async () => {
  expect(sha256(await pack())).toBe(sha256(await pack()));
});

it('builds the same bytes in another folder', () => {
  for (const name of ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  // Vitest's NODE_ENV would change the build.
  const { NODE_ENV: _, ...env } = process.env;
  execFileSync(process.execPath, [path.join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: copy,
    env,
    stdio: 'ignore',
  });
  const built = path.join(copy, '.output/chrome-mv3');
  const count = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  expect(count).toBe(shippedFiles().length);
  for (const file of shippedFiles()) {
    expect(sha256(readFileSync(path.join(built, file))), file).toBe(sha256(readFileSync(path.join(SHIPPED, file))));
  }
});
