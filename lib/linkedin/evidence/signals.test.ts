import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReaders, type Readers } from '@/e2e/linkedin/readings/open-readers';
import { discoverSamples } from '@/e2e/linkedin/samples/discover';
import type { Sample } from '@/e2e/linkedin/samples/sample';
import type { Reading } from '@/lib/domain/reading';

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

const TOP = ['section[data-member-id]', 'section[componentkey$="Topcard"]', '.top-card-layout']
  .map((top) => `${top}, ${top} *`)
  .join(', ');
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

let browser: Readers;

beforeAll(async () => {
  browser = await openReaders();
});
afterAll(() => browser.close());

/** What is read off a page after something was removed from it. */
interface Without {
  readonly gone: string;
  readonly identity: Reading['identity'];
  readonly fields: Reading['fields'];
}

/** Compares every value with the complete page's. */
function expectSameOrNothing({ gone, identity, fields }: Without, { expected, never, name }: Sample): void {
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
  it.each(samples)('$name', async (sample) => {
    const read = await browser.page.evaluate(
      ({ html, url, top }) => {
        const document = readers.parse(html);
        return [...document.querySelectorAll(top)].map((element): Without => {
          const { parentNode, nextSibling } = element;
          element.remove();
          const { identity, fields } = readers.readPage(document, url);
          parentNode?.insertBefore(element, nextSibling);
          return { gone: element.outerHTML.slice(0, 200), identity, fields };
        });
      },
      { html: sample.html(), url: sample.url, top: TOP },
    );
    expect(read.length).toBeGreaterThan(10);
    for (const without of read) expectSameOrNothing(without, sample);
  });
});

describe('without one attribute of the top card', () => {
  it.each(samples)('$name', async (sample) => {
    const read = await browser.page.evaluate(
      ({ html, url, top, signals }) => {
        const document = readers.parse(html);
        return [...document.querySelectorAll(top)].flatMap((element) =>
          signals
            .filter((signal) => element.hasAttribute(signal))
            .map((signal): Without => {
              const value = element.getAttribute(signal) ?? '';
              element.removeAttribute(signal);
              const { identity, fields } = readers.readPage(document, url);
              element.setAttribute(signal, value);
              return { gone: `${signal}="${value}"`, identity, fields };
            }),
        );
      },
      { html: sample.html(), url: sample.url, top: TOP, signals: SIGNALS },
    );
    expect(read.length).toBeGreaterThan(10);
    for (const without of read) expectSameOrNothing(without, sample);
  });
});

const EVERYWHERE = [...SIGNALS, 'data-testid', 'data-view-name', 'aria-hidden', 'src', 'property'];
const TAGS = ['h1', 'h2', 'svg', 'a', 'ul', 'button', 'code', 'title', 'meta', 'figure', 'p', 'span'];

describe('without one kind of signal on the whole page', () => {
  it.each(samples)('$name', async (sample) => {
    const read = await browser.page.evaluate(
      ({ html, url, signals, tags }) => {
        const without = (gone: string, remove: (document: Document) => void): Without => {
          const document = readers.parse(html);
          remove(document);
          const { identity, fields } = readers.readPage(document, url);
          return { gone, identity, fields };
        };
        const attributes = signals.map((signal) =>
          without(`all ${signal}`, (document) => {
            for (const element of document.querySelectorAll(`[${signal}]`)) element.removeAttribute(signal);
          }),
        );
        const elements = tags.map((tag) =>
          without(`all <${tag}>`, (document) => {
            for (const element of document.querySelectorAll(tag)) element.remove();
          }),
        );
        return [...attributes, ...elements];
      },
      { html: sample.html(), url: sample.url, signals: EVERYWHERE, tags: TAGS },
    );
    for (const without of read) expectSameOrNothing(without, sample);
  });
});

it('a name with a dash is complete or absent, since the part after the dash can belong to it', async () => {
  const dashed = (await discoverSamples()).filter(({ name }) => name.endsWith('/Greta Lindqvist - Consultant'));
  expect(dashed).toHaveLength(3);
  for (const sample of dashed) {
    const read = await browser.page.evaluate(
      ({ html, url }) => {
        const document = readers.parse(html);
        document.querySelector('head title')?.remove();
        for (const image of document.querySelectorAll('img[alt]')) image.removeAttribute('alt');
        return readers.readPage(document, url).fields;
      },
      { html: sample.html(), url: sample.url },
    );
    const { name = sample.expected.fields.name } = read;
    expect(name?.value).toBe('Greta Lindqvist - Consultant');
  }
});
