import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { discoverSamples } from '@/e2e/linkedin/samples/discover';
import type { Sample } from '@/e2e/linkedin/samples/sample';
import { readPage } from '../testing/read-page';

/**
 * LinkedIn changes its pages without notice. Removing any single signal may lose a value, but must never give a different
 * value or another person.
 */
const TELLING = [
  'classic/C1 full, en',
  'classic/C1 full, he',
  'current/S1 full, en',
  'current/S1 full, ja',
  'public/P1 2026',
];
const samples = (await discoverSamples()).filter(({ name }) => TELLING.includes(name));

const TOP = 'section[data-member-id], section[componentkey$="Topcard"], .top-card-layout';
const SIGNALS = [
  'id',
  'href',
  'componentkey',
  'data-member-id',
  'aria-label',
  'class',
  'role',
  'data-section',
  'content',
];

const open = ({ html, url }: Sample): Document => new JSDOM(html(), { url }).window.document;

/** Reads the page again and compares every value with the complete page's. */
function expectSameOrNothing(document: Document, { url, expected, never, name }: Sample, gone: string): void {
  const { identity, fields } = readPage(document, url);
  const known = { ...identity, ...values(fields) };
  const right: Readonly<Record<string, unknown>> = { ...expected.identity, ...values(expected.fields) };
  const different = Object.entries(known).filter(([key, value]) => value !== null && value !== right[key]);
  expect({ name, gone, different }).toEqual({ name, gone, different: [] });
  const text = JSON.stringify(fields);
  expect(never.filter((word) => text.includes(word))).toEqual([]);
}

function values(
  fields: Readonly<Partial<Record<string, { readonly value: string }>>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field?.value]));
}

describe('without one element of the top card', () => {
  it.each(samples)('$name', (sample) => {
    const document = open(sample);
    for (const element of document.querySelectorAll(
      TOP.split(', ')
        .map((top) => `${top}, ${top} *`)
        .join(', '),
    )) {
      const { parentNode, nextSibling } = element;
      element.remove();
      expectSameOrNothing(document, sample, element.outerHTML.slice(0, 200));
      parentNode?.insertBefore(element, nextSibling);
    }
  });
});

describe('without one attribute of the top card', () => {
  it.each(samples)('$name', (sample) => {
    const document = open(sample);
    for (const element of document.querySelectorAll(
      TOP.split(', ')
        .map((top) => `${top}, ${top} *`)
        .join(', '),
    )) {
      for (const signal of SIGNALS.filter((attribute) => element.hasAttribute(attribute))) {
        const value = element.getAttribute(signal) ?? '';
        element.removeAttribute(signal);
        expectSameOrNothing(document, sample, `${signal}="${value}"`);
        element.setAttribute(signal, value);
      }
    }
  });
});

describe('without one kind of signal on the whole page', () => {
  it.each(samples)('$name', (sample) => {
    for (const signal of [
      ...SIGNALS,
      'data-testid',
      'data-view-name',
      'aria-hidden',
      'src',
      'data-section',
      'property',
    ]) {
      const document = open(sample);
      for (const element of document.querySelectorAll(`[${signal}]`)) element.removeAttribute(signal);
      expectSameOrNothing(document, sample, `all ${signal}`);
    }
    for (const tag of ['h1', 'h2', 'svg', 'a', 'ul', 'button', 'code', 'title', 'meta', 'figure', 'p', 'span']) {
      const document = open(sample);
      for (const element of document.querySelectorAll(tag)) element.remove();
      expectSameOrNothing(document, sample, `all <${tag}>`);
    }
  });
});

it('a name with a dash is complete or absent, since the part after the dash can belong to it', async () => {
  const dashed = (await discoverSamples()).filter(({ name }) => name.endsWith('/Greta Lindqvist - Consultant'));
  expect(dashed).toHaveLength(3);
  for (const sample of dashed) {
    const document = open(sample);
    document.querySelector('head title')?.remove();
    for (const image of document.querySelectorAll('img[alt]')) image.removeAttribute('alt');
    const { name = sample.expected.fields.name } = readPage(document, sample.url).fields;
    expect(name?.value).toBe('Greta Lindqvist - Consultant');
  }
});
