import { describe, expect, it } from 'vitest';
import { mira } from '@/e2e/support/cast';
import { toHtml } from '@/e2e/linkedin/pages/tree';
import { en } from '@/e2e/linkedin/samples/languages/germanic';
import { salesSearchPage } from '@/e2e/linkedin/samples/people/sales-lists';
import { lines, named, namesIn, read, row, search } from './testing/rows';

const fieldsOf = (inner: string) => read(search(row(inner)))[0]?.fields;

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
