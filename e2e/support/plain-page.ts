import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../setup/ensure-browser.mjs';

/** A browser without the extension, for our code alone; nothing in it reaches any host. */
export async function openPlainBrowser(): Promise<Browser> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('No browser found: run `npm test`, which gets one.');
  return chromium.launch({
    executablePath: browser.path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}

/** A page at LinkedIn's address that shows this text; every other request of it fails. */
export async function pageAt(browser: Browser, url: string, html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === url && route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(url);
  return page;
}
