import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { buildInto } from '@/e2e/linkedin/pages/tree';
import { discoverSamples } from '@/e2e/linkedin/samples/discover';
import type { Reading } from '@/lib/domain/reading';
import { readPage } from '../testing/read-page';

const samples = await discoverSamples();

/** The reading as the page returns it: plain JSON. */
const plain = (reading: Reading): unknown => JSON.parse(JSON.stringify(reading));

/** Reads the page and counts changes to it during the reading. */
function watched(document: Document, url: string): { readonly reading: Reading; readonly changes: number } {
  const { MutationObserver } = document.defaultView ?? globalThis;
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  const reading = readPage(document, url);
  const changes = observer.takeRecords().length;
  observer.disconnect();
  return { reading, changes };
}

/** Replaces hashed class names by others and reverses their order. */
function shuffleHashes(document: Document): void {
  for (const element of document.querySelectorAll('[class]')) {
    const names = [...element.classList].map((name) => name.replace(/^_([0-9a-f]{4})([0-9a-f]{4})$/u, '_$2$1'));
    element.setAttribute('class', names.reverse().join(' '));
  }
}

/** As HTML, and if its tree is known, as LinkedIn's own script builds it: with anchors in anchors, paragraphs in paragraphs. */
it.each(samples)('reads the sample page $name', ({ html, tree, url, expected, never }) => {
  const { document } = new JSDOM(html(), { url }).window;
  const before = document.documentElement.outerHTML;
  const { reading, changes } = watched(document, url);
  expect(plain(reading)).toEqual(expected);
  const text = JSON.stringify(reading);
  expect(never.filter((word) => text.includes(word))).toEqual([]);
  expect(changes).toBe(0);
  expect(document.documentElement.outerHTML).toBe(before);
  if (tree !== undefined) buildInto(document, tree());
  shuffleHashes(document);
  expect(plain(readPage(document, url))).toEqual(expected);
});
