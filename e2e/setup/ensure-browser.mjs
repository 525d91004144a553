#!/usr/bin/env node
// Finds a Chromium-family browser, or gets one: an installed Chromium, Chrome or Edge; else Playwright's; else Debian's
// package. Plain Node.js without dependencies for finding; getting one needs the project's own to be installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { env, platform } = process;

/**
 * @typedef {{ readonly kind: 'env' | 'chromium' | 'playwright' | 'branded', readonly path: string }} FoundBrowser
 */

function onPath(...names) {
  const folders = (env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function programFiles(...tails) {
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
  return roots.flatMap((root) => tails.map((tail) => path.join(root, tail)));
}

function playwrightsOwn() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    return [];
  }
}

const CHROMIUM = {
  linux: () => onPath('chromium', 'chromium-browser'),
  darwin: () => ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: () => programFiles('Chromium/Application/chrome.exe'),
};
const BRANDED = {
  linux: () => onPath('google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'),
  darwin: () => [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: () => programFiles('Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'),
};

/**
 * The first browser that is there, Chromium before branded ones (which load extensions in another way).
 * @returns {FoundBrowser | undefined}
 */
export function findBrowser() {
  const candidates = [
    ...(env.E2E_CHROMIUM ? [['env', env.E2E_CHROMIUM]] : []),
    ...(CHROMIUM[platform]?.() ?? []).map((file) => ['chromium', file]),
    ...playwrightsOwn().map((file) => ['playwright', file]),
    ...(BRANDED[platform]?.() ?? []).map((file) => ['branded', file]),
  ];
  const found = candidates.find(([, file]) => existsSync(file));
  return found && { kind: found[0], path: found[1] };
}

function run(command, ...args) {
  console.log(`  $ ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: platform === 'win32' }).status === 0;
}

/** Gets a browser when none is there; says what it does. */
function install() {
  console.log('No Chromium, Chrome or Edge found. Trying Playwright’s own:');
  if (run('npx', 'playwright', 'install', 'chromium') && findBrowser()) return findBrowser();
  if (platform !== 'linux' || !onPath('apt-get').some((file) => existsSync(file))) return undefined;
  console.log('Trying Debian’s package:');
  const prefix = process.getuid() === 0 ? [] : ['sudo'];
  run(...prefix, 'apt-get', 'update', '-q');
  run(...prefix, 'apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium');
  return findBrowser();
}

/** @returns {FoundBrowser} */
export function ensureBrowser() {
  const browser = findBrowser() ?? install();
  if (!browser) {
    console.error('No browser, and none could be installed. Install Chromium, or set E2E_CHROMIUM=/path/to/browser.');
    process.exit(1);
  }
  console.log(`Browser: ${browser.path}`);
  return browser;
}
