import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { mira, teo } from '@/e2e/support/cast';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { kofi } from '@/e2e/linkedin/samples/cast/latin';
import { person } from '@/e2e/linkedin/samples/cast/person';
import { salesIdOf } from '@/e2e/linkedin/samples/ids';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { classicSearchPage } from '@/e2e/linkedin/samples/people/classic-lists';
import { currentSearch, currentSearchPage } from '@/e2e/linkedin/samples/people/current-lists';
import { salesSearchPage } from '@/e2e/linkedin/samples/people/sales-lists';
import { PEOPLE_MAX } from '@/lib/domain/reading';
import { PEOPLE_MAX as READERS_MAX } from '../limits';
import { readPeople } from './read-people';

const read = (html: string) => readPeople(new JSDOM(html).window.document);
const namesIn = (html: string) => read(html).map(({ fields }) => fields.name?.value);
const idsIn = (html: string) => read(html).map(({ identity }) => identity);

/** A row of the current generation's search. */
const row = (inner: string): string =>
  `<div role="listitem"><div data-view-name="people-search-result">${inner}</div></div>`;
const search = (...rows: readonly string[]): string => `<main>${rows.join('')}</main>`;
const lines = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const named = '<p><a href="/in/mira-okonkwo/">Mira Okonkwo</a> • 2nd</p>';
const fieldsOf = (inner: string) => read(search(row(inner)))[0]?.fields;

describe('whose row it is', () => {
  it.each([
    ['a link to somebody else’s host', 'https://www.linkedin.com.evil.example/in/mira-okonkwo/'],
    ['a link without a scheme', '//evil.example/in/mira-okonkwo/'],
    ['a script', 'javascript:alert(1)'],
    ['oneself', '/in/me/'],
    ['a company', '/company/nordlys-energy/'],
    ['a headless member', '/search/results/people/headless?keywords=x'],
    ['nothing', ''],
  ])('is nobody’s when its name leads to %s', (_, href) => {
    expect(read(search(row(`<p><a href="${href}">Mira Okonkwo</a></p>${lines('Buyer')}`)))).toEqual([]);
  });

  it('is never that of people in common, however their links are written', () => {
    const common = '<p><a href="/in/ana-duarte-x1/"><span aria-hidden="true">Ana Duarte</span></a></p>';
    expect(
      read(
        search(row(`<p>LinkedIn Member</p>${common}`), row(`<span>LinkedIn Member</span>${lines('Buyer')}${common}`)),
      ),
    ).toEqual([]);
  });

  it('is told by a member id where the link has one', () => {
    const html = search(row(`<p><a href="/in/${mira.memberId}">Mira Okonkwo</a></p>`));
    expect(idsIn(html)).toEqual([{ slug: null, memberId: mira.memberId, salesId: null }]);
  });

  it('gives a member id beside a slug only where the row’s number agrees', () => {
    const compose = `<a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${mira.memberId}">Message</a>`;
    const key = (number: number): string =>
      `<div componentkey="ConnectButtonstate:invitation:urn:li:member:${number}_connect">${compose}</div>`;
    const found = [compose, key(mira.memberNumber), key(teo.memberNumber)].flatMap((end) =>
      idsIn(search(row(named + end))),
    );
    expect(found.map(({ memberId }) => memberId)).toEqual([null, mira.memberId, null]);
  });

  it('is nobody’s when its key names another member than its link', () => {
    const page = toHtml(classicSearchPage({ language: en, rows: [mira] }, 'named'));
    expect(namesIn(page)).toEqual([mira.name]);
    expect(read(page.replace(`urn:li:member:${mira.memberNumber}`, 'urn:li:member:1'))).toEqual([]);
    const lead = toHtml(salesSearchPage({ language: en, rows: [mira] }, 'marked'));
    const other = lead.replace(`fs_salesProfile:(${salesIdOf(mira.memberNumber)}`, `fs_salesProfile:(${salesIdOf(1)}`);
    expect([read(lead), read(other)].map((people) => people.length)).toEqual([1, 0]);
  });
});

describe('what a row says', () => {
  it('is the name without degree, presence and controls', () => {
    const link =
      '<a href="/in/mira-okonkwo/">Mira Okonkwo<span class="visually-hidden">Status is offline</span><button>Follow</button></a>';
    expect(namesIn(search(row(`<p>${link} <span>• 2nd</span></p>`)))).toEqual(['Mira Okonkwo']);
  });

  it('is no name that only a line in a link around the row begins with', () => {
    expect(
      read(search(row(`<a href="/in/mira-okonkwo/"><span>Mira Okonkwo</span>${lines('Head of Procurement')}</a>`))),
    ).toEqual([]);
  });

  it.each([
    ['an empty headline', lines('--', 'Oslo'), {}],
    ['pronouns, behind which nothing is certain', lines('She/Her', 'Buyer', 'Oslo'), {}],
    ['a headline alone', lines('Buyer'), { headline: ['Buyer', 'inferred'] }],
    [
      'a degree in a line of its own',
      lines('· 2nd', 'Buyer', 'Oslo'),
      { headline: ['Buyer', 'proven'], location: ['Oslo', 'inferred'] },
    ],
    [
      'a current role in the place of a place',
      lines('Buyer', 'Current: Head at Nordlys'),
      { headline: ['Buyer', 'proven'] },
    ],
    ['a date in the place of a place', lines('Buyer', '2026年5月1日'), { headline: ['Buyer', 'proven'] }],
    [
      'people in common',
      lines('Buyer', '<a href="/in/ana-duarte-x1/">Ana</a> and 3 others'),
      { headline: ['Buyer', 'inferred'] },
    ],
  ])('with %s is no more than is certain', (_, below, expected) => {
    const { name, ...rest } = fieldsOf(named + below) ?? {};
    const said = Object.entries(rest).map(([key, { value, certainty }]) => [key, [value, certainty]]);
    expect([name?.value, Object.fromEntries(said)]).toEqual(['Mira Okonkwo', expected]);
  });

  it('is no company of Sales Navigator’s when two stand beside the position', () => {
    const page = toHtml(salesSearchPage({ language: en, rows: [mira] }, 'marked'));
    const second = page.replace(
      '</a></div>',
      '</a><a data-anonymize="company-name" href="/sales/company/2">Fjord</a></div>',
    );
    const doubled = page.replace(
      /(<a data-anonymize="company-name"[^>]*>)Nordlys Energy<\/a>/u,
      '$1Nordlys Energy</a> $1Fjord</a>',
    );
    expect(second).not.toBe(doubled);
    expect([page, doubled].map((html) => read(html)[0]?.fields.company?.value)).toEqual(['Nordlys Energy', undefined]);
  });
});

describe('whom a page lists', () => {
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
  ])('is nobody who stands %s', (_, put) => {
    const list = row(named);
    expect([search(list), `<main>${put(list)}</main>`].map((html) => read(html).length)).toEqual([1, 0]);
  });

  it('is everybody once, and never the viewer', () => {
    const viewer = '<nav><a href="/in/teo-larsen-test/">Me</a></nav>';
    const his = row('<p><a href="/in/teo-larsen-test/">Teo Larsen</a></p>');
    const again = row('<p><a href="https://www.linkedin.com/in/Mira-Okonkwo?trk=x">Mira Okonkwo</a></p>');
    expect(namesIn(`${viewer}${search(row(named), his, again)}`)).toEqual(['Mira Okonkwo']);
  });

  it('ends where a reading is full', () => {
    const many = Array.from({ length: PEOPLE_MAX + 5 }, (_, at) => row(`<p><a href="/in/p-${at}/">Per ${at}</a></p>`));
    expect(READERS_MAX).toBe(PEOPLE_MAX);
    expect(read(search(...many))).toHaveLength(PEOPLE_MAX);
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
  ])('is nobody else, and nobody under another name, when rows of %s lose elements', (_, html) => {
    const names = new Map(
      [mira, kofi].flatMap(({ slug, memberNumber, name }) => [
        [slug, name],
        [salesIdOf(memberNumber), name],
      ]),
    );
    const list = /<main[^]*<\/main>/u.exec(html)?.[0] ?? '';
    fc.assert(
      fc.property(fc.array(fc.nat(400), { maxLength: 20 }), (lost) => {
        const { document } = new JSDOM(list).window;
        const elements = [...document.querySelectorAll('main *')];
        for (const at of lost) elements[at % elements.length]?.remove();
        for (const { identity, fields } of readPeople(document)) {
          expect(fields.name?.value).toBe(names.get(identity.slug ?? identity.salesId ?? ''));
        }
      }),
      { numRuns: 40 },
    );
  });
});
