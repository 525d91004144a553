import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { buildInto } from '@/e2e/linkedin/pages/tree';
import { discoverSamples } from '@/e2e/linkedin/samples/discover';
import type { Sample } from '@/e2e/linkedin/samples/sample';
import type { Reading } from '@/lib/domain/reading';
import { readPage } from '../testing/read-page';

const samples = await discoverSamples();

const parsed = ({ html, url }: Sample): Document => new JSDOM(html(), { url }).window.document;

/** The sample as LinkedIn's own script builds it: anchors inside anchors and paragraphs inside paragraphs are kept. */
function built({ tree, html, url }: Sample): Document {
  const { document } = new JSDOM(tree === undefined ? html() : '', { url }).window;
  if (tree !== undefined) buildInto(document, tree());
  return document;
}

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

describe('every sample page', () => {
  it.each(samples)('$name', (sample) => {
    const document = parsed(sample);
    const before = document.documentElement.outerHTML;
    const { reading, changes } = watched(document, sample.url);
    expect(plain(reading)).toEqual(sample.expected);
    const text = JSON.stringify(reading);
    expect(sample.never.filter((word) => text.includes(word))).toEqual([]);
    expect(changes).toBe(0);
    expect(document.documentElement.outerHTML).toBe(before);
    shuffleHashes(document);
    expect(plain(readPage(document, sample.url))).toEqual(sample.expected);
  });
});

describe('every sample page as LinkedIn’s script builds it', () => {
  it.each(samples.filter(({ tree }) => tree !== undefined))('$name', (sample) => {
    expect(plain(readPage(built(sample), sample.url))).toEqual(sample.expected);
  });
});
