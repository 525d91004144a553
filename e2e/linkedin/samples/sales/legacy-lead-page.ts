import { portrait } from '../../pages/markup';
import { chat, type ClassOf } from '../../pages/noise';
import { h, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import { salesIdOf } from '../ids';
import type { Language } from '../languages/language';
import { otherPeople, viewer } from '../people';

export interface LegacyLeadPage {
  readonly profileOwner: Person;
  readonly language: Language;
  /** Whether the card links to the connections that viewer and lead share, which names the lead. */
  readonly hasSharedConnections: boolean;
  readonly title: string;
}

const classOf: ClassOf = (name) => ({ class: `ember-${name}` });

/** A lead's page as Sales Navigator showed it in 2019 (docs/linkedin-pages.md#sales-navigator): readable class names, no attributes. */
export function legacyLeadPage({ profileOwner, language, hasSharedConnections, title }: LegacyLeadPage): Tree {
  const id = salesIdOf(profileOwner.memberNumber);
  const shared = h('a', { href: `/sales/search/people/shared-connections/${id},NAME_SEARCH,old` }, language.mutual);
  return h(
    'html',
    { lang: language.code, dir: language.dir },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, title)),
    h(
      'body',
      {},
      h('header', { id: 'global-nav' }, h('img', { alt: viewer.name, src: portrait(viewer.slug) })),
      h(
        'main',
        {},
        h(
          'div',
          { class: 'profile-topcard container' },
          h('img', { class: 'profile-topcard-person-entity__image', alt: '', src: portrait(profileOwner.slug) }),
          h(
            'dl',
            {},
            h(
              'dt',
              {},
              h('span', { class: 'profile-topcard-person-entity__name Sans-24px-black-90%' }, ` ${profileOwner.name} `),
            ),
            h('dd', { class: 'profile-topcard__headline' }, language.degree[1]),
            h('dd', { class: 'profile-topcard__location-data' }, `\n      ${profileOwner.location}\n    `),
          ),
          positions(profileOwner, language),
          h(
            'dl',
            { class: 'profile-topcard__previous-positions' },
            position('Associate', 'Old Harbour', language.ended),
          ),
          hasSharedConnections ? shared : null,
          introducer(),
        ),
        h(
          'section',
          { class: 'recommended-leads' },
          h('h2', {}, language.moreProfiles),
          h('ul', {}, ...otherPeople.map(recommended)),
        ),
      ),
      chat(classOf, viewer, otherPeople),
    ),
  );
}

function positions(profileOwner: Person, language: Language): Tree {
  return h(
    'dl',
    { class: 'profile-topcard__current-positions' },
    h('dt', {}, language.experience),
    position(profileOwner.position, profileOwner.company, language.ongoing),
    position('Trustee', 'Havn Foundation', language.ongoing),
  );
}

function position(title: string, company: string, dates: string): Tree {
  return h(
    'dd',
    { class: 'profile-topcard__summary-position' },
    h('span', { class: 'profile-topcard__summary-position-title' }, title),
    ' · ',
    h('a', { href: '/sales/company/71/people' }, company),
    h('span', {}, dates),
  );
}

/** A person who could introduce the viewer: their id is in the lead's own card. */
function introducer(): Tree {
  const [person = viewer] = otherPeople;
  return h(
    'div',
    { class: 'profile-topcard__introducer' },
    h('a', { href: `/sales/people/${salesIdOf(person.memberNumber)},NAME_SEARCH,in` }, person.name),
  );
}

function recommended(person: Person): Tree {
  return h(
    'li',
    {},
    h('a', { href: `/sales/people/${salesIdOf(person.memberNumber)},NAME_SEARCH,re` }, person.name),
    h('p', {}, person.headline),
  );
}
