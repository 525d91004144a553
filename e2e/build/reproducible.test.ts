import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pack, sha256 } from './pack';
import { SHIPPED, shippedFiles } from './shipped';

const root = path.resolve(import.meta.dirname, '../..');
const elsewhere = mkdtempSync(path.join(tmpdir(), 'shortlist-build-'));

afterAll(() => {
  rmSync(elsewhere, { recursive: true, force: true });
});

it('the zip is the same every time', async () => {
  expect(sha256(await pack())).toBe(sha256(await pack()));
});

it('a build in another folder is the same, byte by byte', () => {
  for (const name of ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(root, name), path.join(elsewhere, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(elsewhere, 'node_modules'), 'dir');
  // The test runner's own NODE_ENV would make another build.
  const { NODE_ENV: _, ...env } = process.env;
  execFileSync(process.execPath, [path.join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: elsewhere,
    env,
    stdio: 'ignore',
  });
  const built = path.join(elsewhere, '.output/chrome-mv3');
  const count = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  expect(count).toBe(shippedFiles().length);
  for (const file of shippedFiles()) {
    expect(sha256(readFileSync(path.join(built, file))), file).toBe(sha256(readFileSync(path.join(SHIPPED, file))));
  }
});
