import { hashedClass, portrait, slugInPath } from '../../pages/markup';
import { h, type Child, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import type { Language } from '../languages/language';
import { classicFrame, mutualLinks, type ListPage, type Row } from './frame';

/** Search results with readable class names (until 2024), or with hashed ones and a template's name. */
export function classicSearchPage(page: ListPage, classes: 'named' | 'hashed'): Tree {
  const row = classes === 'named' ? namedRow : hashedRow;
  const upsell = h('li', {}, h('div', { class: 'search-promo' }, h('a', { href: '/premium/' }, 'Premium')));
  const rows = page.rows.map((person) =>
    h('li', { class: 'reusable-search__result-container' }, row(person, page.language)),
  );
  return classicFrame(page, 'Search', [h('ul', { role: 'list' }, ...rows.slice(0, 1), upsell, ...rows.slice(1))]);
}

const linkOf = ({ slug, memberId }: Person): string =>
  `https://www.linkedin.com/in/${slugInPath(slug)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${memberId}`;

const HEADLESS = 'https://www.linkedin.com/search/results/people/headless?keywords=x';

function namedRow(row: Row, language: Language): Tree {
  const lines: readonly Child[] =
    row === 'private'
      ? [
          h('span', { class: 'entity-result__title-text t-16' }, h('a', { href: HEADLESS }, 'LinkedIn-Mitglied')),
          h('div', { class: 'entity-result__primary-subtitle t-14 t-black t-normal' }, 'Recruiter'),
        ]
      : [
          h('span', { class: 'entity-result__title-text t-16' }, nameLink(row), badge(language)),
          h('div', { class: 'entity-result__primary-subtitle t-14 t-black t-normal' }, row.headline),
          h('div', { class: 'entity-result__secondary-subtitle t-14 t-normal' }, row.location),
          h('p', { class: 'entity-result__summary t-12' }, `${language.experience}: ${row.position}`),
        ];
  return h(
    'div',
    {
      class: 'entity-result',
      'data-chameleon-result-urn': row === 'private' ? 'urn:li:member:headless' : `urn:li:member:${row.memberNumber}`,
    },
    row === 'private' ? h('img', { alt: '' }) : picture(row),
    h('div', { class: 'entity-result__content' }, ...lines),
    h('div', { class: 'entity-result__insights t-12' }, ...mutualLinks(language)),
    h('button', { 'aria-label': language.follow }, language.follow),
  );
}

function hashedRow(row: Row, language: Language): Tree {
  const hash = (name: string): string => hashedClass(`${language.code}:${name}`);
  const title =
    row === 'private'
      ? h('div', { class: `${hash('title')} display-flex` }, 'LinkedIn Member')
      : h('span', { class: `${hash('title')} t-16` }, nameLink(row), badge(language));
  return h(
    'div',
    {
      class: hash('row'),
      'data-view-name': 'search-entity-result-universal-template',
      'data-chameleon-result-urn': row === 'private' ? 'urn:li:member:headless' : `urn:li:member:${row.memberNumber}`,
    },
    row === 'private' ? null : picture(row),
    h(
      'div',
      { class: hash('body') },
      title,
      h('div', { class: `${hash('headline')} t-14 t-black t-normal` }, row === 'private' ? 'Recruiter' : row.headline),
      row === 'private' ? null : h('div', { class: `${hash('place')} t-14 t-normal` }, row.location),
      h('div', { class: `${hash('insight')} t-12` }, ...mutualLinks(language, true)),
    ),
  );
}

function picture(person: Person): Tree {
  return h(
    'a',
    { href: linkOf(person) },
    h('img', { alt: person.name, src: portrait(person.slug) }),
    h('span', { class: 'visually-hidden' }, 'Status is offline'),
  );
}

function nameLink(person: Person): Tree {
  return h(
    'a',
    { href: linkOf(person) },
    h(
      'span',
      { dir: 'ltr' },
      h('span', { 'aria-hidden': 'true' }, person.name),
      h('span', { class: 'visually-hidden' }, `View ${person.name}’s profile`),
    ),
  );
}

/** The degree of connection, with classes like those of the place. */
function badge(language: Language): Tree {
  return h(
    'span',
    { class: 'entity-result__badge t-14 t-normal t-black--light' },
    h('span', { 'aria-hidden': 'true' }, `• ${language.degree[0]}`),
    h('span', { class: 'visually-hidden' }, language.degree[1]),
  );
}

/** A company's people: cards in a grid. */
export function companyPeoplePage(page: ListPage): Tree {
  const card = (row: Row): Tree => {
    const title = h(
      'div',
      { class: 'org-people-profile-card__profile-title lt-line-clamp' },
      row === 'private' ? 'LinkedIn Member' : row.name,
    );
    return h(
      'li',
      { class: 'org-people-profile-card__profile-card-spacing' },
      h(
        'section',
        { class: 'artdeco-card' },
        h(
          'div',
          { class: 'artdeco-entity-lockup__title' },
          row === 'private' ? title : h('a', { href: linkOf(row) }, title),
        ),
        h('div', { class: 'artdeco-entity-lockup__badge' }, `· ${page.language.degree[0]}`),
        h('div', { class: 'artdeco-entity-lockup__subtitle' }, row === 'private' ? 'Recruiter' : row.headline),
        h('div', { class: 'artdeco-entity-lockup__caption' }, ...mutualLinks(page.language)),
      ),
    );
  };
  return classicFrame(page, 'Nordlys Energy: People', [
    h('h2', {}, '1,204 employees'),
    h('ul', { class: 'org-people-profiles-module__profile-list' }, ...page.rows.map(card)),
  ]);
}

/** The viewer's own connections. */
export function connectionsPage(page: ListPage): Tree {
  const card = (row: Row): Tree | null =>
    row === 'private'
      ? null
      : h(
          'li',
          { class: 'mn-connection-card artdeco-list' },
          h(
            'a',
            { class: 'mn-connection-card__picture', href: `/in/${slugInPath(row.slug)}/` },
            h('img', { alt: row.name, src: portrait(row.slug) }),
          ),
          h(
            'a',
            { class: 'mn-connection-card__link', href: `/in/${slugInPath(row.slug)}/` },
            h('span', { class: 'visually-hidden' }, 'Member’s name'),
            h('span', { class: 'mn-connection-card__name t-16' }, `\n  ${row.name}\n`),
            h('span', { class: 'mn-connection-card__occupation t-14' }, row.headline),
          ),
          h('time', {}, 'Connected 3 days ago'),
          h('button', {}, page.language.message),
        );
  return classicFrame(page, 'Connections', [h('ul', {}, ...page.rows.map(card))]);
}
