import { describe, expect, it } from 'vitest';
import { ana, mira } from '@/e2e/support/cast';
import { classic, classicPage } from '@/e2e/linkedin/pages/classic';
import { current, currentPage } from '@/e2e/linkedin/pages/current';
import { fullProfile } from '@/e2e/linkedin/pages/profile';
import { publicly, publicPage } from '@/e2e/linkedin/pages/public';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { othersThan } from '@/e2e/linkedin/samples/page-sample';
import { viewer } from '@/e2e/linkedin/samples/people';
import { readPage } from '../testing/read-page';
import { parsePage } from '../testing/parse-page';

const URL = 'https://www.linkedin.com/in/mira-okonkwo/';
const profile = fullProfile(mira, viewer, othersThan(mira));
const PAGES = [
  ['current', toHtml(currentPage(current(profile))), '[componentkey$="Topcard"]'],
  ['classic', toHtml(classicPage(classic(profile))), 'main section[data-member-id]'],
  ['public', toHtml(publicPage(publicly(profile))), '.top-card-layout'],
] as const;

/** Another person's words where a profile has its own. */
const WORDS = `<h1 class="top-card-layout__title">${ana.name}</h1><h2 class="top-card-layout__headline">${ana.headline}</h2>
  <div data-section="currentPositionsDetails"><span>${ana.company}</span></div><p>${ana.headline}</p>
  <div><p>Faro, Portugal</p><p>·</p><p><a href="/in/${ana.slug}/overlay/contact-info/">Contact info</a></p></div>
  <img alt="${mira.name}" src="https://media.licdn.com/dms/image/x/profile-displayphoto-shrink_200_200/x">`;

/** The elements around a card, and the card itself. */
function around(document: Document, card: string): readonly Element[] {
  const elements = [...document.querySelectorAll('body, body *')];
  return elements.filter((element) => element.matches(card) || element.querySelector(card) !== null);
}

describe.each(PAGES)('an open dialog over a %s profile', (_, html, card) => {
  const read = readPage(parsePage(html), URL);
  const places = around(parsePage(html), card).map((_element, at) => at);

  it('has a page to cover', () => {
    expect(read).toMatchObject({ kind: 'profile', missing: [] });
    expect(places.length).toBeGreaterThan(2);
  });

  it.each(places)('may hide the page from screen readers at any place (%i)', (at) => {
    const document = parsePage(html);
    around(document, card)[at]?.setAttribute('aria-hidden', 'true');
    expect(readPage(document, URL)).toEqual(read);
  });

  it.each(
    places.flatMap((at) =>
      ['<dialog open>', '<div role="dialog" aria-modal="true">'].flatMap((tag) =>
        (['afterbegin', 'beforeend'] as const).map((where) => [at, tag, where] as const),
      ),
    ),
  )('gives nothing of its own words, wherever it is (%i, %s, %s)', (at, tag, where) => {
    const document = parsePage(html);
    around(document, card)[at]?.insertAdjacentHTML(where, `${tag}${WORDS}</${tag.slice(1).split(/[ >]/u)[0] ?? ''}>`);
    expect(readPage(document, URL)).toEqual(read);
  });
});
