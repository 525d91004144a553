import { describe, expect, it } from 'vitest';
import { ana, mira, teo } from '@/e2e/support/cast';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { salesIdOf } from '@/e2e/linkedin/samples/ids';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { classicSearchPage } from '@/e2e/linkedin/samples/people/classic-lists';
import { salesSearchPage } from '@/e2e/linkedin/samples/people/sales-lists';
import { lines, named, namesIn, read, row, search } from './testing/rows';

const idsIn = (html: string) => read(html).map(({ identity }) => identity);

describe('the person of a row', () => {
  it.each([
    ['a link to a foreign host', 'https://www.linkedin.com.evil.example/in/mira-okonkwo/'],
    ['a link without a scheme', '//evil.example/in/mira-okonkwo/'],
    ['a script', 'javascript:alert(1)'],
    ['oneself', '/in/me/'],
    ['a company', '/company/nordlys-energy/'],
    ['a headless member', '/search/results/people/headless?keywords=x'],
    ['nothing', ''],
  ])('is skipped when its name leads to %s', (_, href) => {
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

  it.each([
    ['words beside the link', '<p><a href="/in/ana-duarte-x1/">Ana Duarte</a> and 12 others</p>'],
    ['more than one text', '<p><a href="/in/ana-duarte-x1/">Ana<b>Li Wei</b></a></p>'],
    ['a mark and no name', '<p><a href="/in/ana-duarte-x1/">· 2nd</a></p>'],
    [
      'many lines in one link, the first of which nothing repeats',
      `<a href="/in/ana-duarte-x1/">${lines('Buyer', 'Oslo', 'x')}</a>`,
    ],
  ])('is skipped when its title is %s', (_, inner) => {
    expect(read(search(row(inner)))).toEqual([]);
  });

  it('is read from a link around many lines when a control repeats the first', () => {
    const inner = `<a href="/in/mira-okonkwo/">${lines('Mira Okonkwo', 'Buyer', 'Oslo')}</a><button aria-label="Mira Okonkwo einladen"></button>`;
    expect(namesIn(search(row(inner)))).toEqual(['Mira Okonkwo']);
  });

  it('is skipped when the only link is around the list', () => {
    expect(read(`<a href="/in/ana-duarte-x1/">${search(row(lines('LinkedIn Member', 'Buyer')))}</a>`)).toEqual([]);
  });

  it.each([
    ['below the headline', '<p class="t-14 t-black t-normal">Buyer</p>', ''],
    ['for the eye alone, without a headline', '', ''],
    ['in a private member’s row', '', ' data-chameleon-result-urn="urn:li:member:headless" class="t-16"'],
  ])('is skipped in a classic search when its link is %s', (_, above, marks) => {
    const href = `/in/ana-duarte-x1?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${ana.memberId}`;
    const link = `<div${marks}><a href="${href}"><span aria-hidden="true">Ana Duarte</span></a></div>`;
    expect(read(search(`<div data-view-name="search-entity-result-universal-template">${above}${link}</div>`))).toEqual(
      [],
    );
  });

  it('is skipped in Sales Navigator when another value comes before the name', () => {
    const link = `<a href="/sales/lead/${salesIdOf(ana.memberNumber)}"><span data-anonymize="person-name">Ana Duarte</span></a>`;
    const list = (inner: string): string =>
      `<div data-sn-view-name="module-lead-search-results"><li>${inner}</li></div>`;
    const employer = link.replace('person-name', 'company-name');
    const found = [link, `<span data-anonymize="title">Buyer</span>${link}`, employer].map(
      (inner) => read(list(inner)).length,
    );
    expect(found).toEqual([1, 0, 0]);
  });

  it('is identified by a member id where the link has one', () => {
    const html = search(row(`<p><a href="/in/${mira.memberId}">Mira Okonkwo</a></p>`));
    expect(idsIn(html)).toEqual([{ slug: null, memberId: mira.memberId, salesId: null }]);
  });

  it('gives a member id beside a slug only where the row’s number agrees', () => {
    const compose = `<a href="/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${mira.memberId}">Message</a>`;
    const key = (number: number): string =>
      `<div componentkey="ConnectButtonstate:invitation:urn:li:member:${number}_connect">${compose}</div>`;
    const ends = [
      compose,
      key(mira.memberNumber),
      key(teo.memberNumber),
      key(mira.memberNumber) + key(teo.memberNumber),
    ];
    const found = ends.flatMap((end) => idsIn(search(row(named + end))));
    expect(found.map(({ memberId }) => memberId)).toEqual([null, mira.memberId, null, null]);
  });

  it('is skipped when its key has another member than its link', () => {
    const page = toHtml(classicSearchPage({ language: en, rows: [mira] }, 'named'));
    expect(namesIn(page)).toEqual([mira.name]);
    expect(read(page.replace(`urn:li:member:${mira.memberNumber}`, 'urn:li:member:1'))).toEqual([]);
    const lead = toHtml(salesSearchPage({ language: en, rows: [mira] }, 'marked'));
    const other = lead.replace(`fs_salesProfile:(${salesIdOf(mira.memberNumber)}`, `fs_salesProfile:(${salesIdOf(1)}`);
    expect([read(lead), read(other)].map((people) => people.length)).toEqual([1, 0]);
  });
});
