import type { CastMember } from '../../support/cast';
import { portrait, slugInPath } from './markup';
import { activity, footer, type ClassOf } from './noise';
import type { Entry, Profile, Role } from './profile';
import { h, type Child, type Tree } from './tree';

export interface PublicPage extends Profile {
  /** Where the page says it is: `https://se.linkedin.com/in/…`. */
  readonly canonical: string;
  readonly ogTitle: string;
  readonly ogImage: string;
  /** 2024's pages carry structured data. */
  readonly jsonLd: object | null;
  /** How the place's line is built. */
  readonly year: 2024 | 2026;
  readonly hasSplitName: boolean;
  /** Whether the dialog that asks to sign in is open above the page, which LinkedIn then hides from screen readers. */
  readonly isAsking: boolean;
}

/** A typical public page with changes. */
export function publicly(profile: Profile, changes: Partial<PublicPage> = {}): PublicPage {
  return {
    canonical: `https://www.linkedin.com/in/${slugInPath(profile.profileOwner.slug)}`,
    ogTitle: `${profile.name} - ${profile.headline ?? profile.company ?? ''} | LinkedIn`,
    ogImage: portrait(profile.profileOwner.slug),
    jsonLd: null,
    year: 2026,
    hasSplitName: true,
    isAsking: false,
    ...profile,
    ...changes,
  };
}

const classOf: ClassOf = (name) => ({ class: `public-${name}` });
const meta = (property: string, content: string): Tree => h('meta', { property, content });

/** A profile as LinkedIn shows it to a person who is not logged in (docs/linkedin-pages.md#public). */
export function publicPage(page: PublicPage): Tree {
  const { profileOwner, name, language, others, canonical } = page;
  return h(
    'html',
    { lang: language.code, dir: language.dir },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'pageKey', content: 'public_profile_v3_desktop' }),
      h('title', {}, page.ogTitle),
      h('link', { rel: 'canonical', href: canonical }),
      meta('og:type', 'profile'),
      meta('og:url', canonical),
      meta('og:title', page.ogTitle),
      meta('og:image', page.ogImage),
      ...(page.hasSplitName
        ? [meta('profile:first_name', profileOwner.firstName), meta('profile:last_name', profileOwner.lastName)]
        : []),
      page.jsonLd === null ? null : h('script', { type: 'application/ld+json' }, JSON.stringify(page.jsonLd)),
    ),
    h(
      'body',
      { dir: language.dir ?? 'ltr', class: page.isAsking ? 'modal-open' : undefined },
      h('code', { id: 'config', 'data-member-id': '0', style: 'display: none' }, '{}'),
      navigation(),
      h(
        'main',
        { class: 'main papabear', 'aria-hidden': page.isAsking ? 'true' : undefined },
        h(
          'section',
          { class: 'profile' },
          topCard(page),
          ...cards(page),
          h(
            'section',
            { class: 'core-section-container' },
            ...activity(classOf, language.activity, others, page.posts),
          ),
          h('section', { class: 'core-section-container' }, h('h2', {}, `More like ${name}`), neighbours(others)),
        ),
        h('aside', { class: 'right-rail' }, h('h2', {}, 'Others with this name'), neighbours([...others].reverse())),
      ),
      signIn(),
      footer(classOf),
      h('script', { src: '/site.js', defer: true }),
    ),
  );
}

function navigation(): Tree {
  const items = ['Top Content', 'People', 'Learning', 'Jobs', 'Games'];
  return h(
    'nav',
    { class: 'nav' },
    ...items.map((text) => h('a', { href: 'https://www.linkedin.com/pub/dir/' }, text)),
    h('a', { href: 'https://www.linkedin.com/login' }, 'Sign in'),
  );
}

function signIn(): Tree {
  return h(
    'div',
    { class: 'contextual-sign-in-modal' },
    h('h2', {}, 'Sign in to view the full profile'),
    h('form', {}, h('input', { type: 'email', name: 'session_key' }), h('button', {}, 'Sign in')),
  );
}

function topCard(page: PublicPage): Tree {
  const { profileOwner, name, headline, company, school, language } = page;
  const organisation = (section: string, text: string | null): Tree | null =>
    text === null
      ? null
      : h(
          'div',
          { 'data-section': section },
          h('a', { href: 'https://www.linkedin.com/company/10035' }, h('img', { alt: '' }), h('span', {}, text)),
        );
  return h(
    'section',
    {
      class: 'top-card-layout container-lined',
      'data-semaphore-content-type': 'PROFILE',
      'data-semaphore-content-urn': `urn:li:member:${profileOwner.memberNumber}`,
    },
    h('img', {
      class: 'cover-img',
      alt: '',
      src: 'https://media.licdn.com/dms/image/v2/D4/profile-displaybackgroundimage/0/1',
    }),
    h(
      'div',
      { class: 'top-card-layout__card' },
      page.isAsking ? h('button', { 'data-modal': 'sign-in-1' }, heading(name)) : heading(name),
      page.isAsking ? asking(page) : null,
      headline === null ? null : h('h2', { class: 'top-card-layout__headline break-words' }, headline),
      h('div', { class: 'top-card-layout__first-subline' }, place(page), h('span', {}, language.connections)),
      organisation('currentPositionsDetails', company),
      organisation('educationsDetails', school),
    ),
  );
}

function heading(name: string): Tree {
  return h('h1', { class: 'top-card-layout__title papabear::text-color-text' }, name);
}

/** The open dialog, inside the card: with the owner's picture, and texts in the card's own classes. */
function asking({ profileOwner, others }: PublicPage): Tree {
  return h(
    'div',
    { class: 'modal modal--contextual-sign-in' },
    h(
      'div',
      { role: 'dialog', 'aria-modal': 'true' },
      h('img', { alt: profileOwner.name, src: portrait(others[0]?.slug ?? profileOwner.slug) }),
      h('h2', { class: 'top-card-layout__headline' }, `Sign in to view ${profileOwner.firstName}’s full profile`),
      h('div', { 'data-section': 'currentPositionsDetails' }, h('span', {}, 'New to LinkedIn? Join now')),
    ),
  );
}

function place({ location, year, language }: PublicPage): Tree {
  const where = location === null ? null : h('span', {}, location);
  return h(
    'div',
    { class: 'profile-info-subheader' },
    year === 2026 ? where : h('div', { class: 'not-first-middot' }, where),
    h('div', { class: 'sign-in-modal' }, h('button', {}, language.contactInfo), h('p', {}, `Sign in to see more`)),
  );
}

function cards({ about, experience, language }: PublicPage): readonly Child[] {
  const section = (name: string, heading: string, content: Child): Tree =>
    h(
      'section',
      { class: `core-section-container ${name}`, 'data-section': name },
      h('h2', { class: 'core-section-container__title' }, heading),
      h('div', { class: 'core-section-container__content' }, content),
    );
  return [
    about === null ? null : section('summary', language.about, h('p', {}, ...withBreaks(about))),
    experience === null
      ? null
      : section('experience', language.experience, h('ul', { class: 'experience__list' }, ...experience.map(entryOf))),
    section(
      'educationsDetails',
      language.education,
      h('ul', {}, h('li', { class: 'education__list-item' }, h('h3', {}, 'Northport Institute'), h('h4', {}, 'MSc'))),
    ),
  ];
}

function withBreaks(text: string): readonly Child[] {
  return text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [h('br'), line]));
}

function entryOf(entry: Entry): Tree {
  if ('group' in entry) {
    return h(
      'li',
      { class: 'experience-group experience-item' },
      h('h4', { class: 'experience-group-header__company' }, entry.group),
      h('ul', { class: 'experience-group__positions' }, ...entry.roles.map((role) => position(role, null))),
    );
  }
  return position(entry.role, entry.line);
}

function position({ position: title, dates, place: where, description }: Role, line: string | null): Tree {
  const company = line?.split(' · ')[0];
  const isOngoing = !/\p{Nd}{4}[^·]*\p{Nd}{4}/u.test(dates);
  return h(
    'li',
    {
      class: 'profile-section-card experience-item',
      'data-section': isOngoing ? 'currentPositionsDetails' : 'pastPositionsDetails',
    },
    h('h3', {}, h('span', { class: 'experience-item__title' }, title)),
    company === undefined ? null : h('h4', {}, h('span', { class: 'experience-item__subtitle' }, company)),
    h(
      'div',
      {},
      h('p', { class: 'experience-item__meta-item' }, h('span', { class: 'date-range' }, dates)),
      where === undefined ? null : h('p', { class: 'experience-item__meta-item' }, where),
      description === undefined ? null : h('div', { class: 'show-more-less-text' }, h('p', {}, description)),
    ),
  );
}

function neighbours(others: readonly CastMember[]): Tree {
  return h(
    'ul',
    { class: 'browse-map' },
    ...others.map(({ slug, name, headline, location }) =>
      h(
        'li',
        {},
        h(
          'a',
          { href: `https://www.linkedin.com/in/${slugInPath(slug)}?trk=public_profile_browsemap` },
          h('h3', {}, name),
        ),
        h('p', { class: 'base-aside-card__subtitle' }, headline),
        h('div', { class: 'base-aside-card__metadata' }, location),
      ),
    ),
  );
}
