import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../setup/ensure-browser.mjs';

/** A browser without the extension, for our code alone; nothing in it reaches any host. */
export async function openPlainBrowser(): Promise<Browser> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser found: run `npm test`, which gets one.');
  return chromium.launch({
    executablePath: browser.path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}

/** A page of many pictures asks for none of them; only scripts that a test adds may run. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'",
};

/** A page at LinkedIn's address that shows this text; every other request of it fails. */
export async function pageAt(browser: Browser, url: string, html: string): Promise<Page> {
  const page = await browser.newPage();
  await showAt(page, url, html);
  return page;
}

/** Shows another text at another address in a page that there is already. */
export async function showAt(page: Page, url: string, html: string): Promise<void> {
  const asked = new URL(url);
  asked.hash = '';
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().url() === asked.href && route.request().isNavigationRequest()
      ? route.fulfill({ headers: HEADERS, body: html })
      : route.abort(),
  );
  await page.goto(url);
}
