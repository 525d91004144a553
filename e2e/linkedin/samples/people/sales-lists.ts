import { portrait } from '../../pages/markup';
import { h, type Child, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import { salesIdOf } from '../ids';
import type { Language } from '../languages/language';
import { otherPeople, viewer } from '../people';
import { bar } from '../sales/lead-page';
import { classicFrame, type ListPage, type Row } from './frame';

/** How a row writes the company: marked, as bare text, or as the self-employed do. */
export type CompanyAs = 'marked' | 'bare' | 'self-employed';

const leadLink = ({ memberNumber }: Person): string => `/sales/lead/${salesIdOf(memberNumber)},NAME_SEARCH,r3Xy?_ntb=q`;

/** Sales Navigator's people search (docs/linkedin-pages.md#sales-navigator). */
export function salesSearchPage(page: ListPage, companyAs: CompanyAs): Tree {
  const rows = page.rows.map((row) =>
    h(
      'li',
      { class: 'artdeco-list__item' },
      h(
        'div',
        {
          'data-scroll-into-view':
            row === 'private' ? undefined : `urn:li:fs_salesProfile:(${salesIdOf(row.memberNumber)},NAME_SEARCH,r3Xy)`,
        },
        ...lockup(row, page.language, companyAs),
      ),
    ),
  );
  return classicFrame(page, 'Search | Sales Navigator', [
    bar(),
    h('div', { 'data-sn-view-name': 'module-lead-search-results' }, h('ol', {}, ...rows)),
    h('div', { role: 'dialog' }, openLead()),
  ]);
}

function lockup(row: Row, language: Language, companyAs: CompanyAs): readonly Child[] {
  const person = row === 'private' ? null : row;
  const name = h('span', { 'data-anonymize': 'person-name' }, person?.name ?? 'LinkedIn Member');
  return [
    h('img', { 'data-anonymize': 'headshot-photo', alt: '', src: portrait(person?.slug ?? 'ghost') }),
    h(
      'div',
      { class: 'artdeco-entity-lockup__title' },
      person === null
        ? name
        : h('a', { 'data-control-name': 'view_lead_panel_via_search_lead_name', href: leadLink(person) }, name),
      h('span', { class: 'visually-hidden' }, language.degree[1]),
    ),
    h(
      'div',
      { class: 'artdeco-entity-lockup__subtitle' },
      h('span', { 'data-anonymize': 'title' }, person?.position ?? 'Recruiter'),
      h('span', { class: 'separator--middot' }),
      ...companyOf(person, language, companyAs),
    ),
    h('div', {}, h('span', { 'data-anonymize': 'location' }, person?.location ?? 'Berlin')),
    h('div', { 'data-anonymize': 'job-title' }, '4 years 2 months in role, 6 years in company'),
    spotlights(),
  ];
}

function companyOf(person: Person | null, language: Language, companyAs: CompanyAs): readonly Child[] {
  if (companyAs === 'bare') return [`\n   ${person?.company ?? 'Acme'}\n `];
  const name = companyAs === 'self-employed' ? language.selfEmployed : (person?.company ?? 'Acme');
  return [' ', h('a', { 'data-anonymize': 'company-name', href: '/sales/company/71' }, name)];
}

/** Other people at a former employer, in lists and attributes like the row's own. */
function spotlights(): Tree {
  return h(
    'ul',
    {},
    ...otherPeople
      .slice(0, 2)
      .map((person) =>
        h(
          'li',
          {},
          h('a', { href: leadLink(person) }, h('span', { 'data-anonymize': 'person-name' }, person.name)),
          h('span', { 'data-anonymize': 'company-name' }, 'Old Harbour'),
        ),
      ),
  );
}

/** A lead that is open beside the results. */
function openLead(): Tree {
  const [person = viewer] = otherPeople;
  return h(
    'section',
    { id: 'profile-card-section' },
    h('a', { href: leadLink(person) }, h('h1', { 'data-anonymize': 'person-name' }, person.name)),
  );
}

/** A list of leads: a table. */
export function salesListPage(page: ListPage): Tree {
  const row = (entry: Row): Tree => {
    const person = entry === 'private' ? null : entry;
    const name = h('span', { 'data-anonymize': 'person-name' }, person?.name ?? 'LinkedIn Member');
    return h(
      'tr',
      { 'data-row-id': String(person?.memberNumber ?? 0) },
      h(
        'td',
        {},
        person === null ? name : h('a', { href: leadLink(person) }, name),
        h('div', { 'data-anonymize': 'title' }, person?.position ?? 'Recruiter'),
      ),
      h(
        'td',
        {},
        h(
          'a',
          { href: '/sales/company/71' },
          h('span', { 'data-anonymize': 'company-name' }, person?.company ?? 'Acme'),
        ),
      ),
      h('td', {}, h('span', { 'data-anonymize': 'location' }, person?.location ?? 'Berlin')),
      h('td', { 'data-anonymize': 'job-title' }, '4 years 2 months in role'),
    );
  };
  return classicFrame(page, 'Lead list | Sales Navigator', [
    bar(),
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, h('th', {}, 'Name'), h('th', {}, 'Account'))),
      h('tbody', {}, ...page.rows.map(row)),
    ),
  ]);
}
