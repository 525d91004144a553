import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../setup/ensure-browser.mjs';

/** A browser without the extension and without network. */
export async function openPlainBrowser(): Promise<Browser> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser found: `npm test` installs one.');
  return chromium.launch({
    executablePath: browser.path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}

/** Blocks pictures and all scripts but those that a test adds. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'",
};

/** A new page with this HTML at this address. Its other requests fail. */
export async function pageAt(browser: Browser, url: string, html: string): Promise<Page> {
  const page = await browser.newPage();
  await showAt(page, url, html);
  return page;
}

/** Shows other HTML at another address in an existing page. */
export async function showAt(page: Page, url: string, html: string): Promise<void> {
  const shown = new URL(url);
  shown.hash = '';
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().url() === shown.href && route.request().isNavigationRequest()
      ? route.fulfill({ headers: HEADERS, body: html })
      : route.abort(),
  );
  await page.goto(url);
}
