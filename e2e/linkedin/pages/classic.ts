import type { CastMember } from '../../support/cast';
import { lowerCards } from './classic/cards';
import { brokenIsland, island, lookAlike, meRecord, record } from './classic/islands';
import { topCard, type ClassicTop } from './classic/top-card';
import { portrait, slugInPath } from './markup';
import { activity, advertisement, chat, footer, recommendations, skills, type ClassOf } from './noise';
import type { Profile } from './profile';
import { h, type Child, type Tree } from './tree';

export interface ClassicPage extends Profile, ClassicTop {
  /** A person shown earlier, whose embedded data is still there. */
  readonly previous: CastMember | null;
  /** What the page's data says about the owner; empty when none came with the page. */
  readonly records: readonly object[];
  /** The person in the lower cards' own links. */
  readonly cardsOf: CastMember | null;
  readonly hasEducation: boolean;
  readonly title: string;
  /** How often the viewer's urn is repeated. */
  readonly viewerUrns: number;
  /** A dialog that is open above the page, which LinkedIn then hides from screen readers. */
  readonly overlay: Tree | null;
  /** Leading parts of `main`: hidden decoys. */
  readonly before: readonly Child[];
}

/** A typical classic page with changes. */
export function classic(profile: Profile, changes: Partial<ClassicPage> = {}): ClassicPage {
  return {
    heading: 'hashed',
    photo: 'own',
    links: 'other',
    logos: 'ghost',
    hasMutuals: true,
    topClass: 'wQhxRkAtLmyPqVZ',
    previous: null,
    records: [record(profile.profileOwner)],
    cardsOf: profile.profileOwner,
    hasEducation: true,
    title: `${profile.name} | LinkedIn`,
    viewerUrns: 3,
    overlay: null,
    before: [],
    ...profile,
    ...changes,
  };
}

const classOf: ClassOf = (name) => ({ class: `pvs-${name}` });

/** A profile in LinkedIn's classic generation (docs/linkedin-pages.md#classic): readable class names, embedded data, Ember's ids. */
export function classicPage(page: ClassicPage): Tree {
  const { profileOwner, viewer, others, language } = page;
  const card = (content: readonly Child[]): Tree => h('section', { class: 'artdeco-card pv-profile-card' }, ...content);
  return h(
    'html',
    { lang: language.code, dir: language.dir, class: 'theme theme--mercado' },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, page.title)),
    h(
      'body',
      { class: 'render-mode-BIGPIPE nav-v2 ember-application', dir: language.dir },
      ...islands(page),
      h('div', { hidden: true }, h('h1', {}, others[0]?.name ?? viewer.name)),
      navigation(viewer),
      h(
        'div',
        { class: 'scaffold-layout' },
        h(
          'main',
          {
            class: 'scaffold-layout__main',
            'aria-label': page.name,
            'aria-hidden': page.overlay === null ? undefined : 'true',
          },
          ...page.before,
          topCard(page, page),
          card(activity(classOf, language.activity, others, page.posts)),
          ...lowerCards(page, page.cardsOf, page.hasEducation),
          card(skills(classOf, others)),
          card(recommendations(classOf, profileOwner, others)),
        ),
        aside(others, language.moreProfiles),
      ),
      advertisement(classOf),
      chat(classOf, viewer, others),
      page.overlay,
      footer(classOf),
      h('script', { src: '/site.js', defer: true }),
    ),
  );
}

function islands({ profileOwner, viewer, others, previous, records, viewerUrns }: ClassicPage): readonly Child[] {
  const identity = '/voyager/api/identity/dash/profiles';
  const [first] = others;
  const repeated = Array.from({ length: viewerUrns }, (_, at) => ({
    entityUrn: `urn:li:fsd_follow:${at}`,
    actor: `urn:li:member:${viewer.memberNumber}`,
    profile: `urn:li:fsd_profile:${viewer.memberId}`,
  }));
  return [
    island(0, '/voyager/api/me', [meRecord(viewer)]),
    records.length === 0
      ? null
      : island(1, `${identity}?q=memberIdentity&memberIdentity=${slugInPath(profileOwner.slug)}`, [
          record(viewer),
          ...records,
        ]),
    previous === null
      ? null
      : island(2, `${identity}?q=memberIdentity&memberIdentity=${slugInPath(previous.slug)}`, [record(previous)]),
    first === undefined ? null : island(3, '/voyager/api/graphql?queryId=browsemap', [lookAlike(first), record(first)]),
    island(4, '/voyager/api/feed/dash/follows', repeated),
    brokenIsland(9),
  ];
}

function navigation(viewer: CastMember): Tree {
  const items = ['Home', 'My Network', 'Jobs', 'Messaging', 'Notifications'];
  return h(
    'header',
    { id: 'global-nav', class: 'global-nav' },
    h(
      'nav',
      {},
      h('ul', {}, ...items.map((text) => h('li', {}, h('a', { href: '/feed/' }, h('span', { title: text }, text))))),
      h('img', { class: 'global-nav__me-photo', alt: viewer.name, src: portrait(viewer.slug) }),
      h('a', { href: `/in/${slugInPath(viewer.slug)}/` }, viewer.name),
    ),
  );
}

function aside(others: readonly CastMember[], heading: string): Tree {
  const row = (person: CastMember): Tree =>
    h(
      'li',
      {},
      h(
        'a',
        {
          'data-soft': true,
          href: `/in/${slugInPath(person.slug)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${person.memberId}`,
        },
        h('img', { alt: person.name, src: portrait(person.slug) }),
        h('span', { 'aria-hidden': 'true' }, person.name),
      ),
      h('a', { href: `/sales/people/${person.memberId},name,xxx` }, '·'),
      h('div', { class: 'text-body-medium break-words' }, person.headline),
    );
  return h(
    'aside',
    { class: 'scaffold-layout__aside' },
    h('section', {}, h('h2', {}, heading), h('ul', {}, ...others.map(row))),
  );
}
