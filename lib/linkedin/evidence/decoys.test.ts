import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { jonas, mira } from '@/e2e/support/cast';
import { readPage } from '../testing/read-page';

const HERS = `https://www.linkedin.com/in/${mira.slug}/`;
const read = (html: string) => readPage(new JSDOM(html, { url: HERS }).window.document, HERS);

/** A current page's top card, with lines below the name and markup after the card. */
function current({ lines = '', title = mira.name, of = mira, isLinked = true, more = '' }): string {
  const heading = `<h2>${of.name}</h2>`;
  return `<title>${title} | LinkedIn</title><main>
    <section componentkey="com.linkedin.sdui.profile.card.ref${of.memberId}Topcard">
      ${isLinked ? `<a href="/in/${of.slug}/">${heading}</a>` : heading}
      <p>· 2nd</p>${lines}<p>Buyer of light</p>
      <div><p>Lagos, Nigeria</p><p>·</p><p><a href="/in/${of.slug}/overlay/contact-info/">Contact info</a></p></div>
    </section>${more}</main>`;
}

describe('hidden parts of a page', () => {
  it.each(['hidden', 'style="display:none"', 'style="color: red; visibility: hidden"', 'class="visually-hidden"'])(
    'a line with %s is no headline',
    (how) => {
      const { fields } = read(current({ lines: `<p ${how}>Decoy King</p>` }));
      expect(fields.headline?.value).toBe('Buyer of light');
      expect(JSON.stringify(fields)).not.toContain('Decoy');
    },
  );

  it('a badge in a hidden part is no company', () => {
    const badge = (name: string) => `<div role="button"><svg id="company-accent-4"></svg><p>${name}</p></div>`;
    const lines = `<div hidden>${badge('Decoy Corp')}</div>${badge('Nordlys Energy')}`;
    expect(read(current({ lines })).fields.company?.value).toBe('Nordlys Energy');
  });

  it('a hidden line is no place and no headline of a classic page', () => {
    const { fields } = read(`<title>${mira.name} | LinkedIn</title><main><section data-member-id="${mira.memberNumber}">
      <a href="/in/${mira.slug}/overlay/about-this-profile/"><h1>${mira.name}</h1></a>
      <div class="text-body-medium break-words" hidden>Decoy King</div>
      <div class="text-body-medium break-words">Buyer of light</div>
      <span class="text-body-small inline t-black--light break-words" style="display:none">Decoyville</span>
      <span class="text-body-small inline t-black--light break-words">Lagos, Nigeria</span>
    </section></main>`);
    expect([fields.headline?.value, fields.location?.value]).toEqual(['Buyer of light', 'Lagos, Nigeria']);
  });
});

it('a headline after the degree can look like pronouns or begin with a dot', () => {
  expect(read(current({ lines: '<p>CEO/CTO</p>' })).fields.headline?.value).toBe('CEO/CTO');
  expect(read(current({ lines: '<p>• Builder of quiet things</p>' })).fields.headline?.value).toBe(
    '• Builder of quiet things',
  );
});

it('the previous person’s card is not read as the next person’s when other cards already have the next one’s keys', () => {
  const stale = current({
    of: jonas,
    title: 'Feed',
    isLinked: false,
    more: `<div componentkey="profileCardsAboveActivity${mira.slug}"></div>`,
  }).replaceAll(`/in/${jonas.slug}/overlay/contact-info/`, '#');
  const { kind, identity, fields } = read(stale.replace('Feed | LinkedIn', 'LinkedIn'));
  expect([kind, identity?.memberId ?? null, fields]).toEqual(['unsettled', null, {}]);
});

it('reads the current role among ten thousand', () => {
  const role = (position: string, dates: string) =>
    `<li data-view-name="profile-component-entity">${[position, 'Nordlys Energy · Full-time', dates]
      .map((line) => `<span aria-hidden="true">${line}</span>`)
      .join('')}</li>`;
  const roles = [
    role('Head of light', 'Jun 2024 - Present'),
    ...Array.from({ length: 10_000 }, () => role('Clerk', '2001 - 2002')),
  ];
  const { fields } = read(`<title>${mira.name} | LinkedIn</title><main><section data-member-id="${mira.memberNumber}">
    <a href="/in/${mira.slug}/overlay/about-this-profile/"><h1>${mira.name}</h1></a></section>
    <section><div id="experience"></div><ul>${roles.join('')}</ul></section></main>`);
  expect(fields.position?.value).toBe('Head of light');
});
