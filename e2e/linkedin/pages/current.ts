import type { CastMember } from '../../support/cast';
import { lowerCards } from './current/cards';
import { topCard, type CurrentTop } from './current/top-card';
import { hashedClass, portrait, slugInPath } from './markup';
import { activity, advertisement, chat, footer, recommendations, skills, type ClassOf } from './noise';
import type { Profile } from './profile';
import { h, type Child, type Tree } from './tree';

export interface CurrentPage extends Profile, CurrentTop {
  readonly title: string;
  /** Whether more than the top card has loaded. */
  readonly isHydrated: boolean;
  /** The member id in the cards' keys, and whose profile the lower cards show. */
  readonly lowerCards: Profile;
  /** Whose slug the slug-keyed cards name. */
  readonly keyedBySlug: CastMember;
  readonly hasToolbar: boolean;
  /** Cards in the page's main column besides the usual ones. */
  readonly extraCards: readonly Child[];
  /** A dialog that is open above the page, which LinkedIn then hides from screen readers. */
  readonly overlay: Tree | null;
}

/** A typical page of the current generation with changes. */
export function current(profile: Profile, changes: Partial<CurrentPage> = {}): CurrentPage {
  return {
    keyName: 'componentkey',
    topSuffix: 'Topcard',
    heading: 'h2',
    contact: 'overlay',
    photo: 'display',
    actions: 'message',
    degrees: 'one',
    audience: 'connections',
    hasMutuals: true,
    extraLines: [],
    isHeadlineNested: false,
    title: `${profile.name} | LinkedIn`,
    isHydrated: true,
    lowerCards: profile,
    keyedBySlug: profile.profileOwner,
    hasToolbar: true,
    extraCards: [],
    overlay: null,
    ...profile,
    ...changes,
  };
}

const keyOf = (member: CastMember): string => `com.linkedin.sdui.profile.card.ref${member.memberId}`;

/** A profile in LinkedIn's current generation (docs/linkedin-pages.md#current): hashed class names, keys on cards, no `h1`. */
export function currentPage(page: CurrentPage): Tree {
  const { profileOwner, viewer, language } = page;
  const title = h('title', {}, page.title);
  const view = h('meta', { name: 'como-pk', content: 'd_flagship3_profile_view_base' });
  const seed = JSON.stringify([profileOwner.slug, language.code, page.title, page.topSuffix]);
  const classOf: ClassOf = (name) => ({ class: `${hashedClass(`${seed}:${name}`)} ${hashedClass(`all:${name}`)}` });
  return h(
    'html',
    { lang: language.code, dir: language.dir ?? 'ltr', translate: 'no' },
    h('head', {}, h('meta', { charset: 'utf-8' }), title, title, view, view, build(language.code)),
    h(
      'body',
      { 'data-rehydrated': 'true' },
      h(
        'div',
        { id: 'root' },
        navigation(viewer, classOf),
        h(
          'div',
          { role: 'main', 'data-sdui-screen': 'com.linkedin.sdui.flagshipnav.profile.Profile' },
          page.hasToolbar ? toolbar(page, classOf) : null,
          h(
            'main',
            { id: 'workspace', 'aria-hidden': page.overlay === null ? undefined : 'true' },
            h('div', { 'data-testid': 'lazy-column' }, ...column(page, classOf)),
            aside(page, classOf),
          ),
        ),
        h('iframe', { 'data-testid': 'interop-iframe', title: 'interop' }),
        h('div', { id: 'interop-outlet' }),
        page.overlay,
      ),
      h('script', { src: '/site.js', defer: true }),
    ),
  );
}

function build(locale: string): Tree {
  return h('meta', { name: 'como-t', content: JSON.stringify({ locale, serviceVersion: '0.2.5729' }) });
}

function navigation(viewer: CastMember, classOf: ClassOf): Tree {
  const framed = portrait(viewer.slug).replace('displayphoto', 'framedphoto');
  return h(
    'nav',
    { 'data-testid': 'primary-nav', componentkey: 'primaryNavLinksComponentRef', ...classOf('nav') },
    h('h2', {}, '0 notifications'),
    ...['Home', 'My Network', 'Jobs', 'Messaging'].map((text) => h('a', { href: '/feed/' }, h('p', {}, text))),
    h('img', { alt: '', src: framed }),
    h('p', {}, viewer.firstName),
  );
}

/** The sticky header: says the owner's name and headline a second time. */
function toolbar({ profileOwner, name, headline }: CurrentPage, classOf: ClassOf): Tree {
  return h(
    'div',
    { role: 'toolbar', ...classOf('toolbar') },
    h(
      'a',
      { href: `/in/${slugInPath(profileOwner.slug)}/` },
      h('div', { 'aria-label': name }, h('figure', {}, h('img', { alt: '', src: portrait(profileOwner.slug) }))),
    ),
    h('p', {}, name),
    headline === null ? null : h('p', {}, headline),
  );
}

function column(page: CurrentPage, classOf: ClassOf): readonly Child[] {
  const { profileOwner, others, language, keyName, keyedBySlug, lowerCards: below } = page;
  const slug = slugInPath(keyedBySlug.slug);
  const key = keyOf(profileOwner);
  const top = topCard(page, page, key, classOf);
  const placeholders = [1, 2, 3, 4, 5, 6, 7].map((part) =>
    h('div', { componentkey: `profileCardsBelowActivityPart${part}${slug}` }),
  );
  if (!page.isHydrated) return [top, ...placeholders];
  const section = (cardKey: string, content: readonly Child[]): Tree =>
    h('section', { [keyName]: cardKey, ...classOf('card') }, ...content);
  return [
    top,
    h('div', { componentkey: `ProfilePostConnectDrawer_${slug}` }),
    h('div', { componentkey: `profileCardsAboveActivity${slug}` }),
    section(`${key}SuggestedForYou`, suggested(others, classOf)),
    ...lowerCards(below, keyName, keyOf(below.profileOwner), classOf),
    section(
      `com.linkedin.sdui.profile.card.ref${slug}Activity`,
      activity(classOf, language.activity, others, page.posts),
    ),
    h('button', { componentkey: `${slug}activity_posts_pillContent` }, 'Posts'),
    section(`${key}Skills`, skills(classOf, others)),
    section(`${key}RecommendationsTopLevel`, recommendations(classOf, profileOwner, others)),
    ...page.extraCards,
    ...placeholders,
    footer(classOf),
  ];
}

/** Other people in markup like the top card's. */
function suggested(others: readonly CastMember[], classOf: ClassOf): readonly Child[] {
  return others
    .slice(0, 1)
    .map(({ slug, name, headline, location }) =>
      h(
        'div',
        classOf('suggested'),
        h('a', { href: `/in/${slugInPath(slug)}/` }, h('h2', classOf('name'), name)),
        h('p', classOf('headline'), headline),
        h(
          'div',
          {},
          h('p', classOf('place'), location),
          h('p', {}, '·'),
          h('p', {}, h('a', { href: '#' }, 'Contact info')),
        ),
      ),
    );
}

function aside({ others, viewer, keyedBySlug, language }: CurrentPage, classOf: ClassOf): Tree {
  const row = ({ slug, name, headline, memberId }: CastMember): Tree =>
    h(
      'div',
      { role: 'listitem', componentkey: `ProfileVerificationTriggerRef-${slugInPath(slug)}` },
      h(
        'a',
        { 'data-soft': true, href: `/in/${slugInPath(slug)}/` },
        h('figure', {}, h('img', { alt: '', src: portrait(slug) })),
        h('p', classOf('name'), name),
        h('a', { href: `/in/${slugInPath(slug)}/overlay/verification/` }, h('svg', { id: 'verified-small' })),
      ),
      h('p', classOf('headline'), headline),
      h(
        'a',
        { href: `/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${memberId}&recipient=${memberId}` },
        'Message',
      ),
    );
  return h(
    'aside',
    {},
    h(
      'section',
      { componentkey: `profileAsideBrowsemap${slugInPath(keyedBySlug.slug)}`, ...classOf('card') },
      h('h3', {}, language.moreProfiles),
      ...others.map(row),
    ),
    advertisement(classOf),
    chat(classOf, viewer, others),
  );
}
