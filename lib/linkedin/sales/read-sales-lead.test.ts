import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jonas, mira } from '@/e2e/support/cast';
import { h, toHtml, type Child } from '@/e2e/linkedin/pages/tree';
import { openReaders, type Readers } from '@/e2e/linkedin/readings/open-readers';
import type { Person } from '@/e2e/linkedin/samples/cast/person';
import { salesIdOf } from '@/e2e/linkedin/samples/ids';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { lead, leadAddress, leadPage, type LeadPage } from '@/e2e/linkedin/samples/sales/lead-page';
import { legacyLeadPage } from '@/e2e/linkedin/samples/sales/legacy-lead-page';
import { readLeadPage } from '../read/read-lead-page';
import { parsePage } from '../testing/parse-page';

const url = leadAddress(mira);
const read = (html: string) => readLeadPage(parsePage(html), url);
const html = (changes: Partial<LeadPage> = {}, person: Person = mira): string =>
  toHtml(leadPage(lead(person, en, changes)));
const nameOf = (page: string) => read(page).fields.name?.value;
let browser: Readers;

beforeAll(async () => {
  browser = await openReaders();
});
afterAll(() => browser.close());

describe('a lead’s page belongs to the person in the address', () => {
  it.each([
    ['Mira Okonkwo | Sales Navigator', 'inferred'],
    ['(12) Mira Okonkwo | Sales Navigator', 'inferred'],
    ['Mira Okonkwo | Lead | Sales Navigator', 'inferred'],
    ['Mira Okonkwo-Berg | Sales Navigator', undefined],
    ['Sales Navigator', undefined],
    ['', undefined],
  ])('as inferred when the card has no id and the tab’s title is %j', (title, certainty) => {
    expect(read(html({ names: 'none', title })).fields.name?.certainty).toBe(certainty);
  });

  it('only when every id in the card’s own places is theirs', () => {
    const both = html({ names: 'key' }).replace(
      '</h1><span',
      `</h1><i data-scroll-into-view="(${salesIdOf(jonas.memberNumber)})"></i><span`,
    );
    expect([nameOf(html({ names: 'key' })), nameOf(both)]).toEqual([mira.name, undefined]);
  });

  it.each([
    ['on the card', mira, 'proven', '<section id="profile-card-section"'],
    ['on the card, another lead’s', jonas, undefined, '<section id="profile-card-section"'],
    ['around the card, another lead’s', jonas, undefined, '<main id="content-main"'],
  ])('by the key %s', (_, person, certainty, tag) => {
    const key = `data-scroll-into-view="urn:li:fs_salesProfile:(${salesIdOf(person.memberNumber)},NAME_SEARCH,x)"`;
    const page = html({ names: 'none' }).replace(tag, `${tag} ${key}`);
    expect(page).toContain(key);
    expect(read(page).fields.name?.certainty).toBe(certainty);
  });

  it.each([
    ['hidden', { hidden: true as const }],
    ['in a dialog', { role: 'dialog' }],
    ['for screen readers', { class: 'a11y-text' }],
  ])('and ignores a card that is %s', (_, attributes) => {
    const decoy = (person: Person): Child =>
      h(
        'div',
        attributes,
        h('section', { id: 'profile-card-section' }, h('h1', { 'data-anonymize': 'person-name' }, person.name)),
      );
    expect(nameOf(html({ extra: [decoy(jonas)] }))).toBe(mira.name);
    expect(read(html({ isLoading: true, extra: [decoy(mira)] })).kind).toBe('unsettled');
  });
});

describe('a section beside a lead’s card', () => {
  const names = (person: Person) => `<a href="/sales/lead/${salesIdOf(person.memberNumber)},x">.</a>`;
  const role = (inside: string): string =>
    `<section data-sn-view-name="lead-current-role">${inside}<i data-anonymize="job-title">Carpenter</i><i data-anonymize="company-name">Alt Timber</i></section>`;
  const page = (inside: string): string =>
    html()
      .replace('data-sn-view-name="lead-current-role"', '')
      .replace('</main>', `${role(inside)}</main>`)
      .replace('data-sn-view-name="feature-about-lead">', (tag) => tag + inside);

  it.each([
    ['the lead', names(mira), 'proven'],
    ['no one', '', 'inferred'],
    ['another person', names(jonas), undefined],
    ['both', names(mira) + names(jonas), undefined],
  ])('that names %s', (_, inside, certainty) => {
    const { position, company, about } = read(page(inside)).fields;
    expect([position, company, about].map((field) => field?.certainty)).toEqual([certainty, certainty, certainty]);
  });
});

describe('a lead’s card', () => {
  it('reports an unexpected layout without a place for the headline, but not for an empty headline', () => {
    const moved = html()
      .replaceAll('data-anonymize="headline"', '')
      .replaceAll('data-x--lead-profile-card--headline', 'data-x--moved');
    const pages = [html(), moved, html({}, { ...mira, headline: '--' })];
    expect(pages.map((page) => read(page).unexpectedLayout)).toEqual([[], ['headline'], []]);
  });

  it('gives no name when one place has several names', () => {
    const named = '<span data-anonymize="person-name">';
    const card = `<title>Mira Okonkwo | Sales Navigator</title><section id="profile-card-section">${named}Mira Okonkwo</span>${named}Jonas Berg</span></section>`;
    expect(read(card).kind).toBe('unsettled');
  });

  it('lists an empty headline as missing', () => {
    expect(read(html({}, { ...mira, headline: '--' })).missing).toEqual(['headline']);
  });

  it('gives a picture only from LinkedIn’s own host', () => {
    const foreign = html().replaceAll('https://media.licdn.com/', 'https://media.licdn.com.evil.example/');
    expect([html(), foreign].map((page) => read(page).fields.avatar !== undefined)).toEqual([true, false]);
  });
});

it.each([
  ['today', html()],
  [
    '2019',
    toHtml(
      legacyLeadPage({
        profileOwner: mira,
        language: en,
        hasSharedConnections: true,
        title: 'Mira Okonkwo | Sales Navigator',
      }),
    ),
  ],
])('a lead’s page of %s without some elements never gives another person', async (_, page) => {
  const mine = new Set([
    mira.name,
    mira.headline,
    mira.position,
    mira.company,
    mira.location,
    mira.about,
    'Mira',
    'Okonkwo',
    ...['Trustee', 'Havn Foundation'],
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(2_000), { maxLength: 30 }), async (lost) => {
      const { avatar, ...texts } = await browser.page.evaluate(
        (seen) => {
          const document = readers.parse(seen.page);
          const elements = [...document.querySelectorAll('body *')];
          for (const at of seen.lost) elements[at % elements.length]?.remove();
          return readers.readLeadPage(document, seen.url).fields;
        },
        { page, lost, url },
      );
      expect(Object.values(texts).filter(({ value }) => !mine.has(value))).toEqual([]);
      expect(avatar?.value ?? mira.slug).toContain(mira.slug);
    }),
    { numRuns: 60 },
  );
});
