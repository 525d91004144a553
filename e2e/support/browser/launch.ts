import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type CDPSession } from '@playwright/test';
import { spokenLocale } from '../../screens/texts';
import { findBrowser } from '../../setup/ensure-browser.mjs';
import { GETSALES_HOST, LINKEDIN_HOST, type Sites } from './sites';

/** The production build. */
export const EXTENSION = path.resolve(import.meta.dirname, '../../../.output/chrome-mv3');

/** Another extension, for tests of what others can do. */
export const OTHER_EXTENSION = path.resolve(import.meta.dirname, 'other-extension');

export interface Launched {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** A session with the browser: targets, toolbar clicks, killing the worker. */
  readonly cdp: CDPSession;
  /** Another such session, with listeners of its own. */
  readonly newSession: () => Promise<CDPSession>;
  /** Removes the extension with all that it stored, closes all tabs, forgets both sites, and installs the extension anew. */
  readonly reinstall: () => Promise<void>;
  /** Loads the extension again from its folder, as after an update. Its pages close; what it stored stays. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  readonly headless?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Folder of the profile, which is kept; without it, a temporary profile. */
  readonly profile?: string;
}

/** Starts a browser with the production build. All hosts lead to the local sites, also those that no one should ask for. */
export async function launch(
  sites: Sites,
  { headless = true, width = 1280, height = 900, profile: kept }: LaunchOptions = {},
): Promise<Launched> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser found: `npm test` installs one.');
  const profile = kept ?? (await freshProfile());
  const local = `127.0.0.1:${sites.port}`;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless,
    viewport: headless ? { width, height } : null,
    locale: spokenLocale(),
    // Linux takes the language of the browser itself from here, other systems from `--lang`.
    env: { ...process.env, LANGUAGE: spokenLocale() },
    timezoneId: 'UTC',
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--enable-unsafe-extension-debugging',
      `--host-resolver-rules=MAP ${LINKEDIN_HOST}:443 ${local},MAP ${GETSALES_HOST}:443 ${local},MAP * 127.0.0.1:${sites.otherPort},EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${sites.spki}`,
      `--lang=${spokenLocale()}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const owner = context.browser();
  if (owner === null) throw new Error('The browser closed at once.');
  const newSession = (): Promise<CDPSession> => owner.newBrowserCDPSession();
  const cdp = await newSession();
  const extensionId = await install(cdp);
  return {
    context,
    cdp,
    extensionId,
    newSession,
    reinstall: async () => {
      await resetContext(context);
      await uninstallAll(cdp);
      await install(cdp);
    },
    reload: async () => {
      await install(cdp);
    },
    close: async () => {
      await context.close();
      if (kept === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

export function freshProfile(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'shortlist-profile-'));
}

/** Installs the production build and resolves to its id, which follows from its folder. */
async function install(cdp: CDPSession): Promise<string> {
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: EXTENSION });
  return id;
}

/** Removes all extensions, also those that a test added. */
async function uninstallAll(cdp: CDPSession): Promise<void> {
  const { extensions } = await cdp.send('Extensions.getExtensions');
  for (const { id } of extensions) await cdp.send('Extensions.uninstall', { id });
}

/** Leaves one empty tab, and nothing that websites or tests have set. */
async function resetContext(context: BrowserContext): Promise<void> {
  const before = context.pages();
  const page = await context.newPage();
  await Promise.all(before.map((each) => each.close()));
  await context.setOffline(false);
  await context.unrouteAll();
  await context.clearPermissions();
  await context.clearCookies();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.clearBrowserCache');
  for (const host of [LINKEDIN_HOST, GETSALES_HOST]) {
    await cdp.send('Storage.clearDataForOrigin', { origin: `https://${host}`, storageTypes: 'all' });
  }
  await cdp.detach();
}
