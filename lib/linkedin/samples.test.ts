import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { buildInto } from '@/e2e/linkedin/pages/tree';
import { discoverSamples } from '@/e2e/linkedin/samples/discover';
import type { Sample } from '@/e2e/linkedin/samples/sample';
import { readPage } from './read-page';

const samples = await discoverSamples();

const parsed = ({ html, url }: Sample): Document => new JSDOM(html(), { url }).window.document;

/** The sample as LinkedIn's own script would have built it. */
function built({ tree, html, url }: Sample): Document {
  const { document } = new JSDOM(tree === undefined ? html() : '', { url }).window;
  if (tree !== undefined) buildInto(document, tree());
  return document;
}

/** Every class name that says nothing replaced by another one that says nothing. */
function shuffleHashes(document: Document): void {
  for (const element of document.querySelectorAll('[class*="_"]')) {
    const names = [...element.classList].map((name) => (/^_[0-9a-f]{8}$/u.test(name) ? `_${name.slice(5)}beef` : name));
    element.setAttribute('class', names.reverse().join(' '));
  }
}

describe('every sample page', () => {
  it.each(samples)('$name', (sample) => {
    const document = parsed(sample);
    const before = document.documentElement.outerHTML;
    const reading = readPage(document, sample.url);
    expect(JSON.parse(JSON.stringify(reading))).toEqual(sample.expected);
    expect(sample.never.filter((word) => JSON.stringify(reading).includes(word))).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('every sample page as a script builds it, under other class names', () => {
  it.each(samples.filter(({ tree }) => tree !== undefined))('$name', (sample) => {
    const document = built(sample);
    shuffleHashes(document);
    expect(JSON.parse(JSON.stringify(readPage(document, sample.url)))).toEqual(sample.expected);
  });
});

it('names no two samples alike', () => {
  expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
});
