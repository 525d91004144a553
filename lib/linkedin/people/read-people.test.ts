import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mira } from '@/e2e/support/cast';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { openReaders, type Readers } from '@/e2e/linkedin/readings/open-readers';
import { kofi } from '@/e2e/linkedin/samples/cast/latin';
import { person } from '@/e2e/linkedin/samples/cast/person';
import { salesIdOf } from '@/e2e/linkedin/samples/ids';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { classicSearchPage } from '@/e2e/linkedin/samples/people/classic-lists';
import { currentSearch, currentSearchPage } from '@/e2e/linkedin/samples/people/current-lists';
import { salesSearchPage } from '@/e2e/linkedin/samples/people/sales-lists';
import { PEOPLE_MAX } from '@/lib/domain/reading';
import { PEOPLE_MAX as READERS_MAX } from './read-people';
import { named, namesIn, read, row, search } from './testing/rows';

let browser: Readers;

beforeAll(async () => {
  browser = await openReaders();
});
afterAll(() => browser.close());

describe('the people that a page lists', () => {
  it.each([
    ['beside it', (list: string) => `<aside>${list}</aside>`],
    ['in the bar', (list: string) => `<nav>${list}</nav>`],
    ['in a dialog', (list: string) => `<div role="dialog">${list}</div>`],
    ['hidden', (list: string) => `<div hidden>${list}</div>`],
    ['as suggestions', (list: string) => `<section componentkey="PymkCohort">${list}</section>`],
    [
      'on the feed that stayed behind',
      (list: string) => `<div data-sdui-screen="com.linkedin.sdui.flagshipnav.feed.MainFeed">${list}</div>`,
    ],
    [
      'on a profile that stayed behind',
      (list: string) => `<div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile">${list}</div>`,
    ],
    [
      'in a profile’s card',
      (list: string) => `<section componentkey="com.linkedin.sdui.profile.card.refxRecommendations">${list}</section>`,
    ],
  ])('exclude people %s', (_, put) => {
    const list = row(named);
    expect([search(list), `<main>${put(list)}</main>`].map((html) => read(html).length)).toEqual([1, 0]);
  });

  it('contain everyone once, and never the viewer', () => {
    const viewer = '<nav><a href="/in/teo-larsen-test/">Me</a></nav>';
    const his = row('<p><a href="/in/teo-larsen-test/">Teo Larsen</a></p>');
    const again = row('<p><a href="https://www.linkedin.com/in/Mira-Okonkwo?trk=x">Mira Okonkwo</a></p>');
    expect(namesIn(`${viewer}${search(row(named), his, again)}`)).toEqual(['Mira Okonkwo']);
  });

  it('ends where a reading is full', () => {
    const many = Array.from({ length: 505 }, (_, at) => row(`<p><a href="/in/p-${at}/">Per ${at}</a></p>`));
    expect(READERS_MAX).toBe(PEOPLE_MAX);
    expect(read(search(...many))).toHaveLength(500);
  });

  it('is read the same when LinkedIn’s elements shadow the document’s methods', () => {
    const rows = [
      mira,
      person({ slug: 'x-1', number: 5, names: ['Ex', 'One'], work: ['A', 'B'], location: 'C', about: 'D' }),
    ];
    const page = toHtml(currentSearchPage(currentSearch({ language: en, rows })));
    const shadows = ['querySelector', 'querySelectorAll', 'body', 'head', 'children'].map(
      (name) => `<form name="${name}"><input name="${name}"></form>`,
    );
    expect(read(page.replace('<body', `${shadows.join('')}<body`))).toEqual(read(page));
    expect(namesIn(page)).toEqual([mira.name, 'Ex One']);
  });

  it.each([
    ['the classic generation', toHtml(classicSearchPage({ language: en, rows: [mira, 'private', kofi] }, 'hashed'))],
    [
      'the current generation',
      toHtml(currentSearchPage(currentSearch({ language: en, rows: [mira, 'private', kofi] }))),
    ],
    ['Sales Navigator', toHtml(salesSearchPage({ language: en, rows: [mira, 'private', kofi] }, 'marked'))],
  ])('never include another person or another name when rows of %s lose elements', async (_, html) => {
    const names = new Map(
      [mira, kofi].flatMap(({ slug, memberNumber, name }) => [
        [slug, name],
        [salesIdOf(memberNumber), name],
      ]),
    );
    const list = /<main[^]*<\/main>/u.exec(html)?.[0] ?? '';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { maxLength: 20 }), async (lost) => {
        const people = await browser.page.evaluate(
          (seen) => {
            const document = readers.parse(seen.list);
            const elements = [...document.querySelectorAll('main *')];
            for (const at of seen.lost) elements[at % elements.length]?.remove();
            return readers.readPeople(document);
          },
          { list, lost },
        );
        for (const { identity, fields } of people) {
          expect(fields.name?.value).toBe(names.get(identity.slug ?? identity.salesId ?? ''));
        }
      }),
      { numRuns: 40 },
    );
  });
});
