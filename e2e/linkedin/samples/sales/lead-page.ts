import { portrait } from '../../pages/markup';
import { activity, advertisement, chat, footer, type ClassOf } from '../../pages/noise';
import { h, type Child, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import { salesIdOf } from '../ids';
import type { Language } from '../languages/language';
import { otherPeople, viewer } from '../people';

/** One current role. `picture`: only the title of its logo names the company. */
export interface LeadRole {
  readonly position: string;
  readonly company: string | null;
  readonly picture?: string;
}

export interface LeadPage {
  readonly profileOwner: Person;
  readonly language: Language;
  readonly title: string;
  /** How the card names its lead: in a key, by a link around the name, by a member id's link, or not at all. */
  readonly names: 'key' | 'link' | 'member' | 'none';
  /** Whether the name and the headline have Sales Navigator's own attributes beside the ones for screenshots. */
  readonly isMarked: boolean;
  /** Whether sections have keys. Where they have none, the roles are in a section of their own, and no place is marked. */
  readonly hasKeys: boolean;
  /** Whether the name is a heading, where sections have no keys. */
  readonly hasHeading: boolean;
  readonly roles: readonly LeadRole[];
  readonly hasPhoto: boolean;
  readonly isLoading: boolean;
  readonly extra: readonly Child[];
}

export function lead(profileOwner: Person, language: Language, changes: Partial<LeadPage> = {}): LeadPage {
  const { position, company } = profileOwner;
  return {
    profileOwner,
    language,
    title: `${profileOwner.name} | Sales Navigator`,
    names: 'key',
    isMarked: true,
    hasKeys: true,
    hasHeading: true,
    roles: [{ position, company }],
    hasPhoto: true,
    isLoading: false,
    extra: [],
    ...changes,
  };
}

const classOf: ClassOf = (name) => ({ class: `_${name}_1inow9` });

export const leadAddress = ({ memberNumber }: Person, rest = ',NAME_SEARCH,q2Wd?_ntb=x%3D%3D'): string =>
  `https://www.linkedin.com/sales/lead/${salesIdOf(memberNumber)}${rest}`;

/** A lead's page in today's Sales Navigator (docs/linkedin-pages.md#sales-navigator). */
export function leadPage(page: LeadPage): Tree {
  const { language, extra } = page;
  const { code, dir } = language;
  return h(
    'html',
    { lang: code, dir },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, page.title)),
    h(
      'body',
      { class: 'ember-application', dir },
      bar(),
      h(
        'main',
        { id: 'content-main' },
        h('h1', { class: 'a11y-text' }, 'Sales Navigator Lead Page'),
        page.isLoading
          ? h('div', { class: 'skeleton' })
          : [topCard(page), page.hasKeys ? null : roles(page), about(page), experience(page)],
        inCommon(),
        similar(page),
        ...extra,
        h('section', classOf('activity'), ...activity(classOf, language.activity, otherPeople)),
      ),
      h('aside', {}, similar(page), advertisement(classOf)),
      chat(classOf, viewer, otherPeople),
      footer(classOf),
    ),
  );
}

export function bar(): Tree {
  return h(
    'header',
    { id: 'global-nav' },
    h(
      'nav',
      {},
      ...['Home', 'Accounts', 'Leads', 'Inbox'].map((text) => h('a', { href: '/sales/home' }, text)),
      h('img', { 'data-anonymize': 'headshot-photo', alt: viewer.name, src: portrait(viewer.slug) }),
      h('span', { 'data-anonymize': 'person-name' }, viewer.name),
    ),
  );
}

function topCard(page: LeadPage): Tree {
  const { profileOwner, language, names, isMarked } = page;
  const key =
    names === 'key' ? `urn:li:fs_salesProfile:(${salesIdOf(profileOwner.memberNumber)},NAME_SEARCH,q2Wd)` : undefined;
  const face = { 'data-anonymize': 'headshot-photo', alt: `Go to ${profileOwner.name}’s picture` };
  return h(
    'section',
    { id: page.hasKeys ? 'profile-card-section' : undefined, ...classOf('profile-card') },
    h('h1', { class: 'visually-hidden' }, `Basic lead information for ${profileOwner.name}`),
    h(
      'div',
      keyed(page, 'feature-lead-top-card'),
      h('div', { 'data-scroll-into-view': key }),
      h(
        'button',
        {},
        page.hasPhoto ? h('img', { ...face, src: portrait(profileOwner.slug) }) : h('svg', { id: 'ghost' }),
      ),
      heading(page),
      h('span', { class: '_name-sublabel_sqh8tm' }, `(She/Her) · ${language.degree[0]}`),
      h(
        'div',
        { 'data-anonymize': 'headline', 'data-x--lead-profile-card--headline': isMarked || undefined },
        profileOwner.headline,
      ),
      h(
        'div',
        classOf('place'),
        h('span', { 'data-anonymize': page.hasKeys ? 'location' : undefined }, profileOwner.location),
      ),
      names === 'member' ? h('a', { href: `/in/${profileOwner.memberId}` }, 'LinkedIn.com') : null,
      page.hasKeys ? roles(page) : null,
      h('ul', classOf('mutuals'), ...otherPeople.slice(0, 2).map(faceOf)),
      h(
        'a',
        { href: '/sales/search/people?query=(relationship)' },
        language.mutual.replace('{}', otherPeople[0]?.name ?? ''),
      ),
    ),
  );
}

/** A section's key, on pages that have them. */
function keyed({ hasKeys }: LeadPage, key: string): { readonly 'data-sn-view-name': string | undefined } {
  return { 'data-sn-view-name': hasKeys ? key : undefined };
}

function heading({ profileOwner, names, isMarked, hasKeys, hasHeading, language }: LeadPage): Tree {
  const link = { href: `/sales/lead/${salesIdOf(profileOwner.memberNumber)},NAME_SEARCH,q2Wd` };
  const attributes = { 'data-anonymize': 'person-name', 'data-x--lead--name': isMarked || undefined };
  const presence = h('span', { class: 'visually-hidden' }, `${language.degree[1]}; status is offline`);
  const tag = isMarked || !hasKeys ? 'h1' : 'span';
  const name = h(hasHeading ? tag : 'div', attributes, profileOwner.name, presence);
  return names === 'link' ? h('a', link, name) : name;
}

function roles(page: LeadPage): Tree {
  const line = ({ position, company, picture }: LeadRole): Tree =>
    h(
      'p',
      {},
      h('a', { href: '/sales/company/71' }, h('img', { alt: '', src: '/logo.png', title: picture })),
      h('span', { 'data-anonymize': 'job-title' }, position),
      ' @ ',
      company === null ? null : h('a', { href: '/sales/company/71', 'data-anonymize': 'company-name' }, company),
      h('span', { 'data-anonymize': 'tenure' }, page.language.ongoing),
    );
  return h('section', keyed(page, 'lead-current-role'), h('h2', {}, page.language.experience), ...page.roles.map(line));
}

function faceOf(person: Person): Tree {
  return h(
    'li',
    {},
    h(
      'a',
      { href: `/sales/lead/${salesIdOf(person.memberNumber)},NAME_SEARCH,x` },
      h('img', { 'data-anonymize': 'headshot-photo', alt: person.name, src: portrait(person.slug) }),
    ),
  );
}

function about(page: LeadPage): Tree {
  const { profileOwner, language } = page;
  return h(
    'section',
    keyed(page, 'feature-about-lead'),
    h('h2', {}, language.about),
    h('p', { 'data-anonymize': 'person-blurb' }, profileOwner.about, h('button', {}, language.more)),
  );
}

/** Past roles and texts by others, with the same attributes as the current role. */
function experience(page: LeadPage): Tree {
  const { language } = page;
  const past = ['Associate', 'Trainee'].map((position) =>
    h(
      'li',
      {},
      h('h3', { 'data-anonymize': 'job-title' }, position),
      h('p', { 'data-anonymize': 'company-name' }, 'Old Harbour'),
      h('p', {}, language.ended),
    ),
  );
  return h('section', keyed(page, 'feature-lead-experience'), h('h2', {}, language.experience), h('ul', {}, ...past));
}

function inCommon(): Tree {
  return h(
    'section',
    { 'data-sn-view-name': 'feature-shared-in-common' },
    ...otherPeople
      .slice(0, 3)
      .map((person) =>
        h(
          'div',
          {},
          h(
            'a',
            { href: `/sales/lead/${salesIdOf(person.memberNumber)},NAME_SEARCH,y` },
            h('span', { 'data-anonymize': 'person-name' }, person.name),
          ),
        ),
      ),
  );
}

function similar({ language }: LeadPage): Tree {
  const row = (person: Person): Tree =>
    h(
      'li',
      { 'data-scroll-into-view': `urn:li:fs_salesProfile:(${salesIdOf(person.memberNumber)},NAME_SEARCH,z)` },
      h(
        'a',
        { href: `/sales/lead/${salesIdOf(person.memberNumber)}` },
        h('span', { 'data-anonymize': 'person-name' }, person.name),
      ),
      h('span', { 'data-anonymize': 'title' }, person.position),
      h('span', { 'data-anonymize': 'company-name' }, person.company),
      h('p', {}, person.headline),
    );
  return h(
    'section',
    { 'data-sn-view-name': 'feature-similar-leads' },
    h('h2', {}, language.moreProfiles),
    h('ul', {}, ...otherPeople.map(row)),
  );
}
