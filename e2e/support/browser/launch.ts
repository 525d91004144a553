import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type CDPSession } from '@playwright/test';
import { spokenLocale } from '../../screens/texts';
import { findBrowser } from '../../setup/ensure-browser.mjs';
import { GETSALES_HOST, LINKEDIN_HOST, type Sites } from './sites';

/** The production build. */
export const EXTENSION = path.resolve(import.meta.dirname, '../../../.output/chrome-mv3');

/** An extension that any browser started here may load beside ours. */
export const OTHER_EXTENSION = path.resolve(import.meta.dirname, 'other-extension');

export interface Launched {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** A session with the browser: targets, toolbar clicks, killing the worker. */
  readonly cdp: CDPSession;
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  readonly headless?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Folder of the profile, which is kept; without it, a temporary profile. */
  readonly profile?: string;
}

/** Starts a browser with the production build. Both hosts resolve to the local sites, all others to nothing. */
export async function launch(
  sites: Sites,
  { headless = true, width = 1280, height = 900, profile: kept }: LaunchOptions = {},
): Promise<Launched> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser found: `npm test` installs one.');
  const profile = kept ?? (await freshProfile());
  const isBranded = browser.kind === 'branded';
  const local = `127.0.0.1:${sites.port}`;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless,
    viewport: headless ? { width, height } : null,
    locale: spokenLocale(),
    // Linux takes the language of the browser itself from here, other systems from `--lang`.
    env: { ...process.env, LANGUAGE: spokenLocale() },
    timezoneId: 'UTC',
    ...(isBranded ? { ignoreDefaultArgs: ['--disable-extensions'] } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--enable-unsafe-extension-debugging',
      ...(isBranded
        ? []
        : [`--disable-extensions-except=${EXTENSION},${OTHER_EXTENSION}`, `--load-extension=${EXTENSION}`]),
      `--host-resolver-rules=MAP ${LINKEDIN_HOST}:443 ${local},MAP ${GETSALES_HOST}:443 ${local},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
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
  const cdp = await owner.newBrowserCDPSession();
  return {
    context,
    cdp,
    extensionId: isBranded ? await loadUnpacked(cdp) : await extensionOf(context),
    close: async () => {
      await context.close();
      if (kept === undefined) await rm(profile, { recursive: true, force: true });
    },
  };
}

export function freshProfile(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'shortlist-profile-'));
}

async function extensionOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

/** Branded Chrome and Edge ignore `--load-extension` since 137. */
async function loadUnpacked(cdp: CDPSession): Promise<string> {
  const { id } = await cdp.send('Extensions.loadUnpacked', { path: EXTENSION });
  return id;
}
