#!/usr/bin/env node
// Finds a Chromium-family browser, or installs one: an installed Chromium, Chrome or Edge; else Playwright's; else Debian's
// package. Finding needs no dependencies; installing needs Playwright.
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

function playwrightChromium() {
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
 * The first browser found, Chromium before branded ones (which load extensions in another way).
 * @returns {FoundBrowser | undefined}
 */
export function findBrowser() {
  const candidates = [
    ...(env.E2E_CHROMIUM ? [['env', env.E2E_CHROMIUM]] : []),
    ...(CHROMIUM[platform]?.() ?? []).map((file) => ['chromium', file]),
    ...playwrightChromium().map((file) => ['playwright', file]),
    ...(BRANDED[platform]?.() ?? []).map((file) => ['branded', file]),
  ];
  const found = candidates.find(([, file]) => existsSync(file));
  return found && { kind: found[0], path: found[1] };
}

function run(command, ...args) {
  console.error(`  $ ${[command, ...args].join(' ')}`);
  const stdio = ['inherit', process.stderr, process.stderr];
  return spawnSync(command, args, { stdio, shell: platform === 'win32' }).status === 0;
}

/** Installs a browser; says what it does, on stderr. */
function install() {
  console.error('No Chromium, Chrome or Edge found. Trying Playwright’s own:');
  if (run('npx', 'playwright', 'install', 'chromium') && findBrowser()) return findBrowser();
  if (platform !== 'linux' || !onPath('apt-get').some((file) => existsSync(file))) return undefined;
  console.error('Trying Debian’s package:');
  const prefix = process.getuid() === 0 ? [] : ['sudo'];
  run(...prefix, 'apt-get', 'update', '-q');
  run(...prefix, 'apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium');
  return findBrowser();
}

/**
 * The browser that was found or installed. Ends the process when there is none.
 * @returns {FoundBrowser}
 */
export function ensureBrowser() {
  const browser = findBrowser() ?? install();
  if (!browser) {
    console.error(
      'No browser found, and none could be installed. Install Chromium, or set E2E_CHROMIUM=/path/to/browser.',
    );
    process.exit(1);
  }
  return browser;
}
