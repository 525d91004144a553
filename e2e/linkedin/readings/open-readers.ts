import type { Page } from '@playwright/test';
import { bundle } from '../../support/browser/bundle';
import { openPlainBrowser, pageAt } from '../../support/browser/plain-page';
// It runs in the browser; the import says which tests a change of it concerns.
import './in-page';
import type * as inPage from './in-page';

declare global {
  /** In the page of `openReaders`. */
  var readers: typeof inPage;
}

export interface Readers {
  /** An empty page with the readers. */
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** The readers in a real browser, for tests of many pages: jsdom takes ten times as long. */
export async function openReaders(): Promise<Readers> {
  const script = await bundle('e2e/linkedin/readings/in-page.ts', 'readers');
  const browser = await openPlainBrowser();
  const page = await pageAt(browser, 'https://www.linkedin.com/feed/', '<!doctype html><title>LinkedIn</title>');
  await page.addScriptTag({ content: script });
  return { page, close: () => browser.close() };
}
