import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReaders, type Readers } from '@/e2e/linkedin/readings/open-readers';
import { discoverSamples } from '@/e2e/linkedin/samples/discover';

const samples = await discoverSamples();
let browser: Readers;

beforeAll(async () => {
  browser = await openReaders();
});
afterAll(() => browser.close());

/** As HTML, and if its tree is known, as LinkedIn's own script builds it. */
it.concurrent.each(samples)('reads the sample page $name', async ({ html, tree, url, expected, never }) => {
  const page = { html: html(), tree: tree?.(), url };
  const { asSent, asBuilt, changes, isUntouched } = await browser.page.evaluate(
    (sent) => readers.readSample(sent),
    page,
  );
  expect(JSON.parse(asSent)).toEqual(expected);
  expect(never.filter((word) => asSent.includes(word))).toEqual([]);
  expect({ changes, isUntouched }).toEqual({ changes: 0, isUntouched: true });
  expect(JSON.parse(asBuilt)).toEqual(expected);
});
