import { hashedClass, portrait, slugInPath } from '../../pages/markup';
import { h, type Child, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import { otherPeople } from '../people';
import { currentFrame, mutualLinks, type ListPage, type Row } from './frame';

export interface CurrentList extends ListPage {
  /** Whether rows have a name of their own, are plain list items, or only have a key beside the name. */
  readonly rowsAre: 'named' | 'items' | 'keyed';
  /** Whether a row is a link that contains other links: LinkedIn's script builds that, an HTML parser does not. */
  readonly isOneLink: boolean;
  readonly isLocated: boolean;
  readonly screen: string | undefined;
}

const SEARCH_SCREEN = 'com.linkedin.sdui.flagshipnav.search.SearchResultsPeople';
const CONNECTIONS_SCREEN = 'com.linkedin.sdui.flagshipnav.mynetwork.MyNetworkConnections';

const linkOf = ({ slug }: Person): string => `https://www.linkedin.com/in/${slugInPath(slug)}/`;
const composeTo = ({ memberId }: Person): string =>
  `/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${memberId}&recipient=${memberId}`;

/** People search of the current generation (docs/linkedin-pages.md#people-lists): hashed class names, lines identified by their order. */
export function currentSearchPage(page: CurrentList): Tree {
  return currentFrame(page, page.screen, [
    h('h2', {}, 'Ad Options'),
    pymk(page),
    h('div', { role: roleOf(page, 'list') }, ...page.rows.map((row, at) => searchRow(page, row, at))),
  ]);
}

function roleOf({ rowsAre }: Pick<CurrentList, 'rowsAre'>, role: string): string | undefined {
  return rowsAre === 'keyed' ? undefined : role;
}

export function currentSearch(page: ListPage, changes: Partial<CurrentList> = {}): CurrentList {
  return { rowsAre: 'named', isOneLink: true, isLocated: true, screen: SEARCH_SCREEN, ...page, ...changes };
}

/** Suggestions among the results, with the same markup. */
function pymk({ language }: CurrentList): Tree {
  const row = (person: Person): Tree =>
    h(
      'div',
      { role: 'listitem' },
      h('p', {}, h('a', { href: linkOf(person) }, person.name)),
      h('p', {}, person.headline),
    );
  return h(
    'div',
    { componentkey: 'SearchPymkCohort', role: 'list' },
    h('h3', {}, language.moreProfiles),
    ...otherPeople.map(row),
  );
}

function searchRow(page: CurrentList, row: Row, at: number): Tree {
  const { language, isOneLink, isLocated } = page;
  const key = (name: string) => ({ class: hashedClass(`${language.code}:${name}`) });
  const person = row === 'private' ? null : row;
  const name: readonly Child[] =
    person === null
      ? ['LinkedIn Member']
      : [
          h('a', { 'data-view-name': titleName(page), href: linkOf(person) }, person.name),
          h('span', {}, ` • ${language.degree[0]}`),
        ];
  const body = h(
    'div',
    key('body'),
    h(
      'figure',
      { 'aria-hidden': 'true' },
      h('svg', { id: 'person-accent-4' }),
      h('img', { alt: '', src: portrait(person?.slug ?? 'ghost') }),
    ),
    h(
      'div',
      key('lines'),
      h('p', key('name'), ...name),
      h('div', {}, h('p', key('headline'), person?.headline ?? 'Recruiter')),
      isLocated ? h('div', {}, h('p', key('place'), person?.location ?? 'Berlin')) : null,
    ),
    h('p', key('current'), `${language.experience}: ${person?.position ?? 'Recruiter'}`),
    h('p', key('mutual'), ...mutualLinks(language)),
    h('p', key('count'), language.followers),
  );
  return h(
    'div',
    { role: roleOf(page, 'listitem'), ...key('row') },
    h(
      'div',
      { 'data-view-name': page.rowsAre === 'named' ? 'people-search-result' : undefined },
      isOneLink && person !== null ? h('a', { href: linkOf(person), tabindex: '0' }, body) : body,
      person === null ? null : action(page, person, at),
    ),
  );
}

function titleName({ rowsAre }: CurrentList): string | undefined {
  return rowsAre === 'named' ? 'search-result-lockup-title' : undefined;
}

/** Connect for people who are not connected, Message for the others. */
function action(page: CurrentList, person: Person, at: number): Tree {
  const isKeyed = page.rowsAre === 'keyed';
  const label = page.language.message;
  const state = `ConnectButtonstate:invitation:urn:li:member:${person.memberNumber}_${at % 2 === 0 ? 'connect' : 'pending'}`;
  return h(
    'div',
    { componentkey: isKeyed ? `SearchResults${person.memberId}` : undefined },
    h(
      'div',
      { componentkey: state },
      h('a', { href: composeTo(person), 'aria-label': isKeyed ? `${label}: ${person.name}` : undefined }, label),
    ),
  );
}

export interface Connections extends ListPage, Pick<CurrentList, 'rowsAre'> {
  /** Since when they are connected, as LinkedIn writes it. */
  readonly since: string;
}

/** The viewer's own connections in the current generation (docs/linkedin-pages.md#current), with dates instead of places. */
export function currentConnectionsPage(page: Connections): Tree {
  const row = (person: Row): Tree | null =>
    person === 'private'
      ? null
      : h(
          'div',
          { role: roleOf(page, 'listitem'), class: hashedClass('row') },
          h(
            'a',
            { href: linkOf(person), 'data-view-name': 'connections-profile' },
            h('figure', {}, h('img', { alt: '', src: portrait(person.slug) })),
          ),
          h(
            'a',
            { href: linkOf(person), 'data-view-name': 'connections-profile' },
            h('p', {}, person.name),
            person.headline === '' ? null : h('p', {}, person.headline),
          ),
          h('p', {}, page.since),
          h('a', { href: composeTo(person), 'aria-label': person.name }, h('p', {}, page.language.message)),
        );
  return currentFrame(page, CONNECTIONS_SCREEN, [
    h('p', {}, page.language.connections),
    h('div', { role: roleOf(page, 'list') }, ...page.rows.map(row)),
  ]);
}
