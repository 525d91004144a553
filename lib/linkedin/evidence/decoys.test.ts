import { describe, expect, it } from 'vitest';
import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { profilePage } from '@/e2e/linkedin/site';
import { jonas, mira } from '@/e2e/support/cast';
import { readPage } from '../testing/read-page';
import { parsePage } from '../testing/parse-page';

const HERS = `https://www.linkedin.com/in/${mira.slug}/`;
const read = (html: string) => readPage(parsePage(html), HERS);

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

describe('two people’s cards and hidden headings', () => {
  const HIS_CARD = {
    classic: /<section class="artdeco-card wQh[^]*?<\/section>/u,
    current: /<section componentkey="[^"]*Topcard"[^]*?<\/section>/u,
  };
  const HER_CARD = /<section[^>]*(?:data-member-id|Topcard)[^>]*>/u;
  const GENERATIONS = ['classic', 'current'] as const;
  const inMain = (html: string, part: string) => html.replace(/<main[^>]*>/u, (main) => main + part);
  const inHerCard = (html: string, part: string) => html.replace(HER_CARD, (card) => card + part);
  const hers = {
    name: { value: mira.name, certainty: 'proven' },
    headline: { value: mira.headline },
    company: { value: mira.company },
    location: { value: mira.location },
  };

  const places = { 'before her card': inMain, 'in her card': inHerCard };
  const hidings = ['hidden', 'style="display:none"', 'style="opacity:0"', 'style="position:absolute;left:-9999px"'];
  describe.each(GENERATIONS)(titleOf('P9', 'a %s page'), (generation) => {
    it.each(Object.entries(places).flatMap(([place, put]) => hidings.map((how) => [how, place, put] as const)))(
      'the person of the address with <h1 %s> %s',
      (how, _place, put) => {
        const html = put(profilePage(mira, generation), `<h1 ${how}>Decoy King</h1>`);
        expect(html).toContain('Decoy King');
        const { kind, identity, fields } = read(html);
        expect([kind, identity?.slug]).toEqual(['profile', mira.slug]);
        expect(fields).toMatchObject(hers);
        expect(JSON.stringify(fields)).not.toContain('Decoy');
      },
    );

    it('the person of the address with another person’s card of the same form first', () => {
      const card = HIS_CARD[generation].exec(profilePage(jonas, generation))?.[0] ?? '';
      expect(card).toContain(jonas.headline);
      const { kind, fields } = read(inMain(profilePage(mira, generation), card));
      expect(kind).toBe('profile');
      expect(fields).toMatchObject(hers);
    });

    it('nobody if the title names the decoy', () => {
      const html = inHerCard(profilePage(mira, generation), '<h1 hidden>Decoy King</h1>');
      const { fields } = read(html.replace(/<title>[^<]*<\/title>/u, '<title>Decoy King | LinkedIn</title>'));
      expect(fields.name).toBeUndefined();
    });
  });

  it(titleOf('P9', 'nobody on a classic page with another person’s current card'), () => {
    const card = HIS_CARD.current.exec(profilePage(jonas, 'current'))?.[0] ?? '';
    expect(card).toContain(jonas.headline);
    const { kind, fields } = read(inMain(profilePage(mira, 'classic'), card));
    expect([kind, fields]).toEqual(['unsettled', {}]);
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
