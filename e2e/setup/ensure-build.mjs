// Builds the extension, unless the build is newer than everything it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
/** What the build is made from. */
export const MADE_FROM = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'wxt.config.ts',
  'package.json',
  'package-lock.json',
];

/** Runs `wxt build` when it is needed, and says so on stderr. */
export function ensureBuild() {
  const manifest = path.join(root, '.output/chrome-mv3/manifest.json');
  if (existsSync(manifest) && statSync(manifest).mtimeMs >= Math.max(...MADE_FROM.map(lastChange))) return;
  console.error('Building the extension as it would ship …');
  const { status } = spawnSync('npx', ['wxt', 'build', '--level', 'warn'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** The newest time in a file or folder. A folder's own time changes when a file is removed. */
function lastChange(name) {
  const file = path.join(root, name);
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const below = readdirSync(file, { recursive: true }).map((each) => statSync(path.join(file, each)).mtimeMs);
  return Math.max(stat.mtimeMs, ...below);
}
