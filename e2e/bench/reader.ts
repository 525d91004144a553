import type { Browser } from '@playwright/test';
import type { readPage } from '@/lib/linkedin/testing/read-page';
import { bundle } from '../support/browser/bundle';
import { openPlainBrowser, pageAt } from '../support/browser/plain-page';
import { hugeProfile, longProfile, longSearch } from './pages';
import { quantile } from './quantile';

declare global {
  var bench: { readonly readPage: typeof readPage } | undefined;
}

const LOADS = 30;
const SHORT_LOADS = 1;
const PER_LOAD = 20;
/** The most that the first reading of the huge page may take, in the median. */
const HUGE_LIMIT_MS = 200;

interface Figures {
  readonly elements: number;
  readonly read: string;
  /** Main-thread milliseconds of the first reading of a fresh page, as in the product, and of later ones. */
  readonly first: readonly number[];
  readonly later: readonly number[];
}

const HUGE = 'huge profile';

/** `npm run bench -- reader`: the reader's main-thread time on long pages in a real browser. Returns whether the limit is kept. */
export async function benchReader(isShort: boolean): Promise<boolean> {
  let isInLimit = true;
  const loads = isShort ? SHORT_LOADS : LOADS;
  const script = await bundle('e2e/bench/in-page.ts', 'bench');
  const browser = await openPlainBrowser();
  const profile = 'https://www.linkedin.com/in/mira-okonkwo/';
  const search = 'https://www.linkedin.com/search/results/people/?keywords=things';
  for (const [name, url, html] of [
    ['classic profile', profile, longProfile('classic', 10_000)],
    ['current profile', profile, longProfile('current', 10_000)],
    ['people search of 200', search, longSearch(200)],
    [HUGE, profile, hugeProfile()],
  ] as const) {
    const { elements, read, first, later } = await measure(browser, script, { url, html, loads });
    process.stdout.write(
      `${name}: ${elements} elements, reads ${read}\n${line('first', first)}${line('later', later)}`,
    );
    isInLimit &&= name !== HUGE || isShort || quantile(first, 0.5) <= HUGE_LIMIT_MS;
  }
  await browser.close();
  if (!isInLimit) process.stdout.write(`  the first reading of the ${HUGE} takes more than ${HUGE_LIMIT_MS} ms\n`);
  return isInLimit;
}

interface BenchedPage {
  readonly url: string;
  readonly html: string;
  readonly loads: number;
}

async function measure(browser: Browser, script: string, { url, html, loads }: BenchedPage): Promise<Figures> {
  const first: number[] = [];
  const later: number[] = [];
  let seen = { elements: 0, read: '' };
  for (let load = 0; load < loads; load += 1) {
    const page = await pageAt(browser, url, html);
    await page.addScriptTag({ content: script });
    const [ms, what] = await page.evaluate((times) => {
      const read = globalThis.bench?.readPage;
      if (read === undefined) throw new Error('The bundled reader is missing.');
      const taken = Array.from({ length: times }, () => {
        const start = performance.now();
        read(document, location.href);
        return performance.now() - start;
      });
      const { kind, fields, people } = read(document, location.href);
      const summary = people.length > 0 ? `${people.length} people` : `${kind}, ${Object.keys(fields).length} fields`;
      return [taken, { elements: document.querySelectorAll('*').length, read: summary }] as const;
    }, PER_LOAD);
    first.push(...ms.slice(0, 1));
    later.push(...ms.slice(1));
    seen = what;
    await page.close();
  }
  return { ...seen, first, later };
}

function line(name: string, ms: readonly number[]): string {
  return `  ${name}: median ${quantile(ms, 0.5).toFixed(2)} ms, p95 ${quantile(ms, 0.95).toFixed(2)} ms (${ms.length} readings)\n`;
}
