import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { interpret } from '../../../lib/linkedin/interpret/interpret';
import { readerFor, type Reader, type ReaderOfPage } from '../../../lib/linkedin/address/parse-address';
import type { Reading, ReadingAt } from '../../../lib/domain/reading';
import { buildInto } from '../../linkedin/pages/tree';
import { discoverSamples } from '../../linkedin/samples/discover';
import type { Sample } from '../../linkedin/samples/sample';
import { EXTENSION } from '../../support/browser/launch';
import { openPlainBrowser, showAt } from '../../support/browser/plain-page';

/** A shipped reader. Its script's value is the reading, on some pages with the address it was made at. */
const shipped = (reader: Reader): string => readFileSync(path.join(EXTENSION, `${reader}.js`), 'utf8');

const TABS = 8;

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1);

const samples = [...(await discoverSamples())].sort(byName);
const folders = [...new Set(samples.map(({ name }) => name.split('/')[0] ?? ''))];

interface Seen {
  readonly name: string;
  readonly reading: Reading;
  readonly isUntouched: boolean;
}

/** Shows a sample in a page. */
type Show = (page: Page, sample: Sample) => Promise<void>;

const asText: Show = (page, { url, html }) => showAt(page, url, html());

/** Builds the page by DOM calls in the browser, as LinkedIn’s script does. */
const asBuilt: Show = async (page, { url, tree }) => {
  await showAt(page, url, '<!doctype html><title></title>');
  await page.evaluate(`(${buildInto.toString()})(document, ${JSON.stringify(tree?.())})`);
};

/** Runs the shipped reader and interprets its value, as the popup does. */
async function read(page: Page, { name, url }: Sample): Promise<Seen> {
  const markup = 'document.documentElement.outerHTML';
  const before = await page.evaluate<string>(markup);
  const reader = readerFor(url);
  const value = await page.evaluate<ReadingAt | ReaderOfPage>(shipped(reader));
  const { href, ...reading } = typeof value === 'string' ? await page.evaluate<ReadingAt>(shipped(value)) : value;
  expect(href).toBe(['reader', 'reader-detail'].includes(reader) ? undefined : page.url());
  const isUntouched = (await page.evaluate<string>(markup)) === before;
  return { name, reading: interpret(reading), isUntouched };
}

/** Uses several tabs, since the reader waits three seconds for a page that never settles. */
async function readAll(chosen: readonly Sample[], show: Show): Promise<readonly Seen[]> {
  const browser = await openPlainBrowser();
  const context = await browser.newContext();
  const shares = Array.from({ length: TABS }, (_, tab) => chosen.filter((_sample, at) => at % TABS === tab));
  const seen = await Promise.all(
    shares.map(async (share) => {
      const page = await context.newPage();
      const mine: Seen[] = [];
      for (const sample of share) {
        await show(page, sample);
        mine.push(await read(page, sample));
      }
      return mine;
    }),
  );
  await browser.close();
  return seen.flat().sort(byName);
}

const expectedOf = ({ name, expected }: Sample): object => ({ name, reading: expected, isUntouched: true });

for (const folder of folders) {
  const inFolder = samples.filter(({ name }) => name.startsWith(`${folder}/`));
  test(`the shipped reader reads every sample page of ${folder} exactly, and leaves it unchanged`, async () => {
    expect(await readAll(inFolder, asText)).toEqual(inFolder.map(expectedOf));
  });
}

test('the shipped reader also reads pages built by script', async () => {
  const built = samples.filter(({ tree }) => tree !== undefined);
  expect(built.length).toBeGreaterThan(100);
  expect(await readAll(built, asBuilt)).toEqual(built.map(expectedOf));
});
