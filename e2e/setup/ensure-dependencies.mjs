// Installs the dependencies exactly as the lockfile says and generates WXT's types, unless they are there already.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Runs `npm ci`, unless what is installed matches package-lock.json, and `npm run prepare`, unless its types are there:
 * .npmrc ignores install scripts, so npm does not run it. Writes to stderr only.
 */
export function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node.js 20.19 or later is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  install();
  if (!existsSync(path.join(root, '.wxt/wxt.d.ts'))) npm('run', '--silent', 'prepare');
}

function install() {
  if (isInstalled()) return;
  if (isLinked()) {
    console.error('node_modules is a link and does not match the lockfile; run npm ci in the folder it leads to.');
    return;
  }
  console.error('Installing dependencies from the lockfile (npm ci) …');
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
}

/** Compares npm's own record of what it installed with the lockfile; optional packages may be missing. */
function isInstalled() {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const { '': _, ...wanted } = packagesIn(path.join(root, 'package-lock.json'));
  const installed = packagesIn(record);
  return (
    Object.entries(wanted).every(([name, { version, optional }]) =>
      name in installed ? installed[name].version === version : optional === true,
    ) && Object.keys(installed).every((name) => name in wanted)
  );
}

/** `npm ci` would empty the folder that a link leads to, which other checkouts may use. */
function isLinked() {
  return lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

function npm(...args) {
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
