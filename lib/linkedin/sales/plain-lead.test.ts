import { expect, it } from 'vitest';
import { ana, mira } from '@/e2e/support/cast';
import { readPage } from '../testing/read-page';
import { parsePage } from '../testing/parse-page';

const HERS = 'https://www.linkedin.com/sales/lead/ACwAACp1iE4BUS1CYXPao5x7IqSOX_tFb7SDjsM,NAME_SEARCH,x';

const role = (position: string, company: string, dates: string): string =>
  `<div><span data-anonymize="job-title">${position}</span> at <a data-anonymize="company-name" href="/sales/company/4711">${company}</a><span>${dates}</span></div>`;

/** A lead's page whose sections have no key. */
function values({ name = mira.name, title = mira.name, roles = '', inCard = '', heading = 'h1' }) {
  const html = `<title>${title} | Sales Navigator</title><h1 class="a11y-text">Sales Navigator Lead Page</h1><main>
    <section><h1 class="a11y-text">Basic lead information for ${name}</h1><${heading} data-anonymize="person-name">${name}</${heading}>
      <span>2nd</span><span data-anonymize="headline">Grid planner, mostly wind</span><p>Bergen, Norway</p>${inCard}</section>
    <section><h2>Current role</h2>${roles}</section>
    <section><h2>Similar leads</h2><span data-anonymize="person-name">${ana.name}</span>${role('Founder', 'Porto Verde', '2020–Present')}</section>
  </main>`;
  const { kind, fields } = readPage(parsePage(html), HERS);
  return [kind, fields.name?.value, fields.headline?.value, fields.position?.value, fields.company?.value];
}

const WHOLE = ['sales-lead', mira.name, 'Grid planner, mostly wind', 'Head of Grid Planning', 'Nordlys Energy'];
const NOTHING = ['unsettled', undefined, undefined, undefined, undefined];
const CURRENT = role('Head of Grid Planning', 'Nordlys Energy', 'Mar 2021–Present');
const PAST = role('Planner', 'Vestkabel', '2016–2021');

it.each([
  ['one current role', CURRENT, WHOLE],
  ['a past role above it', PAST + CURRENT, WHOLE],
  ['a career break above it', role('Caregiving', 'Career break', '2024–Present') + CURRENT, WHOLE],
  ['past roles only', PAST, [...WHOLE.slice(0, 3), undefined, undefined]],
  ['no dates', role('Planner', 'Vestkabel', ''), [...WHOLE.slice(0, 3), undefined, undefined]],
  ['no roles', '', [...WHOLE.slice(0, 3), undefined, undefined]],
])('a lead whose sections have no key is read: %s', (_, roles, expected) => {
  expect(values({ roles })).toEqual(expected);
});

it('a lead whose role is in the section with the name, and whose name is a heading of the second level, is read', () => {
  expect(values({ heading: 'h2', inCard: PAST + CURRENT })).toEqual(WHOLE);
});

it('a lead whose name is no heading is read, unless its section has another name', () => {
  expect(values({ heading: 'div', roles: CURRENT })).toEqual(WHOLE);
  expect(values({ heading: 'div', inCard: `<div data-anonymize="person-name">${ana.name}</div>` })).toEqual(NOTHING);
});

it('a lead whose name is first in a list, or in no section, gives nothing', () => {
  expect(values({ heading: 'li' })).toEqual(NOTHING);
  const html = `<title>${mira.name} | Sales Navigator</title><main><div data-anonymize="person-name">${mira.name}</div>
    <span data-anonymize="headline">Reef ecologist</span></main>`;
  expect(readPage(parsePage(html), HERS)).toMatchObject({
    kind: 'unsettled',
    fields: {},
  });
});

it('a name with the words that end the title is read', () => {
  const name = 'Mira Okonkwo | LinkedIn Trainer';
  expect(values({ name, title: name, roles: CURRENT })).toEqual([WHOLE[0], name, ...WHOLE.slice(2)]);
});

it('a page that still shows another lead gives nothing', () => {
  expect(values({ name: ana.name, roles: CURRENT })).toEqual(NOTHING);
  expect(values({ name: ana.name, roles: CURRENT, heading: 'div' })).toEqual(NOTHING);
});
