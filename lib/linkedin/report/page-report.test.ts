import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedPage, skeletonPage, walledPage } from '@/e2e/linkedin/pages/other';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { openReaders, type Readers } from '@/e2e/linkedin/readings/open-readers';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { currentSearch, currentSearchPage } from '@/e2e/linkedin/samples/people/current-lists';
import { conversation, threadPage } from '@/e2e/linkedin/samples/thread/thread-page';
import { profilePage } from '@/e2e/linkedin/site';
import { ana, cast, jonas, li, mira } from '@/e2e/support/cast';
import { VOCABULARY } from './vocabulary';

const address = (slug: string): string => `https://www.linkedin.com/in/${encodeURIComponent(slug)}/`;
let browser: Readers;
const report = (html: string, slug = mira.slug): Promise<string> =>
  browser.page.evaluate((page) => readers.pageReport(readers.parse(page.html), page.url), { html, url: address(slug) });
const GENERATIONS = ['classic', 'current'] as const;
const PAGES = [
  profilePage(mira, 'classic'),
  profilePage(mira, 'current'),
  profilePage(li, 'classic'),
  profilePage(li, 'current'),
  toHtml(threadPage(conversation(mira, en))),
  toHtml(currentSearchPage(currentSearch({ language: en, rows: [mira, 'private', ana, jonas] }))),
  feedPage(cast),
  walledPage(),
  skeletonPage(),
];

/** A random word in any script, except LinkedIn's own words. */
const LETTERS = [
  'abcdefghijklmnopqrstuvwxyz',
  'äöüßéèñçøåł',
  'абвгдежзийклмноп',
  'αβγδεζηθικλ',
  'ابتثجحخدذرزسش',
  'אבגדהוזחטיכ',
  '李伟王芳海风科技',
  'ミラオコンクオ',
  '김민준서연',
];
let ours = '';

beforeAll(async () => {
  browser = await openReaders();
  const reports = await Promise.all(PAGES.map((html) => report(html)));
  ours = [...VOCABULARY, ...reports].join(' ').toLowerCase();
});
afterAll(() => browser.close());

const word = fc
  .constantFrom(...LETTERS)
  .chain((letters) => fc.array(fc.constantFrom(...Array.from(letters)), { minLength: 3, maxLength: 12 }))
  .map((letters) => letters.join(''))
  .filter((planted) => !ours.includes(planted));

/** How a word may stand in a page: as it is, as a name, in a slug, an address, a key, a class, an e-mail. */
const DISGUISES: readonly ((planted: string) => string)[] = [
  (planted) => planted,
  (planted) => planted.charAt(0).toUpperCase() + planted.slice(1),
  (planted) => planted.toUpperCase(),
  (planted) => `${planted}-${planted}-1a2b3c`,
  (planted) => `https://www.linkedin.com/in/${planted}/${planted}?${planted}=${planted}#${planted}`,
  (planted) => `/company/${planted}/people/`,
  (planted) => `//${planted}.com/${planted}`,
  (planted) => `mailto:${planted}@${planted}.test`,
  (planted) => `javascript:alert('${planted}')`,
  (planted) => `com.linkedin.sdui.profile.card.ref${planted}Topcard`,
  (planted) => `profileCardsAboveActivity${planted}`,
  (planted) => `profile-card-${planted}`,
  (planted) => `pv-top-card__${planted}`,
  (planted) => `urn:li:member:${planted}`,
  (planted) => `{${planted}}`,
  (planted) => encodeURIComponent(planted),
];

interface Planted {
  /** Which kind of place in the element it takes. */
  readonly place: number;
  readonly text: string;
  readonly at: number;
}

/** Puts the words into attributes, texts, attributes' names, elements' names and comments, and makes the page's report. */
function reportWith({ html, url, planted }: { html: string; url: string; planted: readonly Planted[] }): string {
  const document = readers.parse(html);
  const set = (element: Element, names: readonly string[], text: string): void => {
    for (const name of names) element.setAttribute(name, text);
  };
  const places: readonly ((element: Element, text: string) => void)[] = [
    (element, text) => set(element, element.getAttributeNames(), text),
    (element, text) => {
      const names = ['id', 'class', 'role', 'componentkey', 'data-testid', 'data-view-name', 'href', 'src', 'lang'];
      set(element, names, text);
    },
    (element, text) => {
      set(element, ['alt', 'title', 'aria-label', 'value', 'content', 'name', 'data-member-id', 'style'], text);
    },
    (element, text) => element.append(text, document.createComment(text)),
    (element, text) => {
      const name = text.replaceAll(/[^\p{L}\p{N}-]/gu, '');
      element.setAttribute(`data-${name}`, text);
      element.append(document.createElement(`x-${name}`));
    },
  ];
  for (const { place, text, at } of planted) {
    const elements = document.querySelectorAll('*');
    const element = elements[at % elements.length];
    if (element !== undefined) places[place]?.(element, text);
  }
  return readers.pageReport(document, url);
}
const PLACES = 5;

describe('a page report', () => {
  it.each(['ember-cell', 'field-42', 'sid', 'li'])(
    'does not show the address’ own slug %s, also of LinkedIn’s words',
    async (slug) => {
      const keys = [slug, `profile-card-${slug}`, `entity-collection-item-${slug}`].map(
        (key) => `<div id="${key}"></div>`,
      );
      const printed = await report(`<main>${keys.join('')}</main>`, slug);
      expect(printed.match(/#\S+/gu)).toEqual(['#{slug}', '#profile-card-{slug}', '#entity-collection-item-{slug}']);
    },
  );

  it('holds no word that anybody wrote, wherever on the page it is', async () => {
    const planting = fc.record({
      html: fc.constantFrom(...PAGES),
      words: fc.array(fc.tuple(word, fc.constantFrom(...DISGUISES), fc.nat(PLACES - 1), fc.nat()), {
        minLength: 1,
        maxLength: 30,
      }),
    });
    await fc.assert(
      fc.asyncProperty(planting, async ({ html, words }) => {
        const planted = words.map(([plain, disguise, place, at]) => ({ place, text: disguise(plain), at }));
        const printed = await browser.page.evaluate(reportWith, { html, url: address(words[0]?.[0] ?? ''), planted });
        const found = words.map(([plain]) => plain).filter((plain) => printed.toLowerCase().includes(plain));
        expect(found).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each(cast.flatMap((person) => GENERATIONS.map((generation) => ({ person, generation, name: person.name }))))(
    'of $name in the $generation generation names neither them nor anybody beside them',
    async ({ person, generation }) => {
      const printed = (await report(profilePage(person, generation), person.slug)).toLowerCase();
      const personal = cast.flatMap(({ name, slug, memberId, memberNumber, headline, company, location, about }) =>
        [name, slug, memberId, String(memberNumber), headline, company, location, about].flatMap((text) => [
          text,
          ...text.split(/[\s,-]+/u).filter((part) => part.length > 3 && !VOCABULARY.has(part.toLowerCase())),
        ]),
      );
      expect(personal.filter((text) => printed.includes(text.toLowerCase()))).toEqual([]);
    },
  );

  it.each(GENERATIONS)('of two people whose pages have the same structure is the same (%s)', async (generation) => {
    const letters = fc.shuffledSubarray(Array.from('abcdefghijklmnopqrstuvwxyz'), { minLength: 26 });
    const his = await report(profilePage({ ...jonas }, generation), jonas.slug);
    await fc.assert(
      fc.asyncProperty(letters, async (shuffled) => {
        const other = (text: string): string =>
          text.replaceAll(/[a-z]/gu, (letter) => shuffled[letter.charCodeAt(0) - 97] ?? letter);
        const someone = {
          ...jonas,
          name: other(jonas.name),
          slug: `${other('jonas')}-${other('berg')}-x3`,
          memberId: ana.memberId,
          memberNumber: ana.memberNumber,
          headline: other(jonas.headline),
          position: other(jonas.position),
          company: other(jonas.company),
          location: other(jonas.location),
          about: other(jonas.about),
        };
        expect(await report(profilePage(someone, generation), someone.slug)).toBe(his);
      }),
      { numRuns: 15 },
    );
  });

  it('keeps what a maintainer builds a sample page from', async () => {
    const printed = await report(profilePage(mira, 'current'));
    expect(printed.split('\n').map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'language en',
        'meta como-pk = d_flagship3_profile_view_base',
        'section [componentkey=com.linkedin.sdui.profile.card.ref{memberId}Topcard]',
        'a [href=/in/{slug}/]',
        'h2 "Aa 2 words 7-12 chars, Latin"',
        'div [componentkey=profileCardsAboveActivity{slug}]',
        'a [href=/in/{slug}/overlay/contact-info/] "Aa 2 words 7-12 chars, Latin"',
      ]),
    );
  });

  it('tells a list by one of its rows and how many there are', async () => {
    const row = (at: number): string =>
      `<li class="entity-result"><a href="/in/p-${at}/">P ${'x'.repeat(at % 9)}</a></li>`;
    const printed = await report(`<main><ul>${Array.from({ length: 118 }, (_, at) => row(at)).join('')}</ul></main>`);
    expect(printed).toContain(
      ['  li.entity-result × 118 alike', '   a [href=/in/{slug}/] "Aa 1 words 1 chars, Latin"'].join('\n'),
    );
  });

  it.each([
    ['an address of a person without a page', '<main><a href="/in/%E0%A4%A">x</a></main>'],
    ['nothing', ''],
    ['no main part', '<body><p>Hello there</p></body>'],
    [
      'elements called like the document’s own methods',
      '<form name="querySelectorAll"><input name="childNodes"><input name="getAttributeNames"></form><img name="body"><main><form><input name="localName"><input name="nodeType"><p>hello</p></form></main>',
    ],
    ['a hundred thousand elements', `<main>${'<p>a</p><b>b</b>'.repeat(50_000)}`],
    ['one endless text', `<main id="${'x'.repeat(500_000)}">${'word '.repeat(200_000)}`],
  ])('is made also of %s, and stays small', async (_, html) => {
    const printed = await report(html);
    expect(Buffer.byteLength(printed)).toBeLessThanOrEqual(64_000);
    expect(printed).toMatch(/^language/u);
  });

  it('is made also of elements in elements in elements, as a script can build them', async () => {
    const printed = await browser.page.evaluate((url) => {
      const document = readers.parse('<main></main>');
      let innermost = document.body.children[0];
      for (let depth = 0; depth < 5_000; depth += 1) innermost = innermost?.appendChild(document.createElement('div'));
      innermost?.append('deep');
      return readers.pageReport(document, url);
    }, address(mira.slug));
    expect(Buffer.byteLength(printed)).toBeLessThanOrEqual(64_000);
    expect(printed).toMatch(/^language/u);
  });

  it('is cut where a page is built differently everywhere', async () => {
    const tags = ['p', 'b', 'i', 'em', 'ul'];
    const varied = Array.from(
      { length: 15_000 },
      (_, at) => `<div class="card"><${tags[at % 5] ?? 'p'}>${'x'.repeat(at % 90)}</${tags[at % 5] ?? 'p'}></div>`,
    );
    const nested = Array.from(
      { length: 100 },
      (_, at) => `<div>${varied.slice(at * 50, at * 50 + 50).join('')}</div>${`<hr>`.repeat(at)}`,
    );
    const printed = await report(`<main>${nested.join('')}${varied.join('')}</main>`);
    expect(Buffer.byteLength(printed)).toBeLessThanOrEqual(64_000);
    expect(printed).toMatch(/cut here|more$/mu);
  });

  it.each(PAGES.map((html) => [html]))('leaves the page as it was', async (html) => {
    const [before, after] = await browser.page.evaluate(
      (page) => {
        const document = readers.parse(page.html);
        const sent = document.documentElement.outerHTML;
        readers.pageReport(document, page.url);
        return [sent, document.documentElement.outerHTML];
      },
      { html, url: address(mira.slug) },
    );
    expect(after).toBe(before);
  });

  it('of a page broken at random never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PAGES),
        fc.nat(),
        fc.nat(),
        fc.string({ unit: 'binary' }),
        async (html, from, length, junk) => {
          const at = from % html.length;
          const broken = html.slice(0, at) + junk + html.slice(at + (length % 200));
          expect(Buffer.byteLength(await report(broken))).toBeLessThanOrEqual(64_000);
        },
      ),
      { numRuns: 60 },
    );
  });
});
