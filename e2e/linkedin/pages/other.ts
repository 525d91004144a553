import type { CastMember } from '../../support/cast';
import { island, meRecord, record } from './classic/islands';
import { portrait, slugInPath } from './markup';
import { activity, advertisement, chat, footer, type ClassOf } from './noise';
import { h, toHtml, type Child, type Tree } from './tree';

const classOf: ClassOf = (name) => ({ class: `other-${name}` });

/** A page that is no profile. */
export function frame(title: string, key: string | null, ...body: readonly Child[]): Tree {
  return h(
    'html',
    { lang: 'en' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('title', {}, title),
      key === null ? null : h('meta', { name: 'pageKey', content: key }),
    ),
    h('body', {}, ...body, h('script', { src: '/site.js', defer: true })),
  );
}

const link = ({ slug, name }: CastMember): Tree =>
  h(
    'a',
    { 'data-soft': true, href: `/in/${slugInPath(slug)}/` },
    h('img', { alt: '', src: portrait(slug) }),
    h('h2', {}, name),
  );

/** The feed: people's posts, no profile. */
export function feed(viewer: CastMember, others: readonly CastMember[]): Tree {
  return frame(
    '(12) Feed | LinkedIn',
    'd_flagship3_feed',
    island(0, '/voyager/api/me', [meRecord(viewer)]),
    h(
      'main',
      {},
      h('h1', { hidden: true }, 'Feed'),
      h(
        'section',
        { 'data-member-id': String(viewer.memberNumber) },
        h('h2', {}, viewer.name),
        h('p', {}, viewer.headline),
      ),
      ...others.map((person) => h('article', {}, link(person), h('p', {}, person.about))),
      ...activity(classOf, 'Feed', others),
    ),
    advertisement(classOf),
    chat(classOf, viewer, others),
  );
}

export function feedPage(people: readonly CastMember[]): string {
  const [viewer] = people;
  return viewer === undefined ? '' : toHtml(feed(viewer, people));
}

/** What LinkedIn shows at a profile's address to a person who is not logged in: a wall, with another heading on it. */
export function wall(key = 'auth_wall_desktop_profile'): Tree {
  return frame(
    'Sign Up | LinkedIn',
    key,
    h(
      'main',
      {},
      h(
        'section',
        {},
        h('h1', {}, 'Join LinkedIn'),
        h('p', {}, 'Already on LinkedIn?'),
        h('form', {}, h('input', { name: 'email' })),
      ),
    ),
    footer(classOf),
  );
}

export function walledPage(): string {
  return toHtml(wall());
}

/** The page for guests, whose large heading is no name. */
export function guestHome(): Tree {
  return frame(
    'LinkedIn: Log In or Sign Up',
    'd_homepage-guest-home',
    h(
      'main',
      { class: 'main' },
      h(
        'section',
        { class: 'section-container', 'data-member-id': '0' },
        h('h1', {}, 'Build your professional brand & network on a calmer LinkedIn'),
        h('a', { href: '/login' }, 'Sign in'),
      ),
    ),
    footer(classOf),
  );
}

/** A profile's address before its content has loaded. */
export function skeleton(): Tree {
  return frame(
    'LinkedIn',
    null,
    h(
      'main',
      { class: 'scaffold-layout__main' },
      h('div', { class: 'loading' }, ...Array.from({ length: 12 }, () => h('div'))),
    ),
  );
}

export function skeletonPage(): string {
  return toHtml(skeleton());
}

/** The classic shell before Ember has started: it shows nothing and contains the viewer's data. */
export function bootShell(viewer: CastMember): Tree {
  return frame(
    'LinkedIn',
    null,
    island(0, '/voyager/api/me', [meRecord(viewer)]),
    island(1, '/voyager/api/identity/dash/profiles', [record(viewer)]),
    h('div', { class: 'initial-load-animation' }, h('img', { alt: 'LinkedIn' })),
  );
}

/** The current generation's shell, which contains only the name of the coming screen. */
export function currentShell(viewer: CastMember): Tree {
  return h(
    'html',
    { lang: 'en', dir: 'ltr', translate: 'no' },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('title', {}, 'LinkedIn'),
      h('meta', { name: 'como-pk', content: 'd_flagship3_profile_view_base' }),
    ),
    h(
      'body',
      { 'data-rehydrated': 'true' },
      h('nav', { 'data-testid': 'primary-nav' }, h('h2', {}, '0 notifications'), h('p', {}, viewer.firstName)),
      h(
        'div',
        { role: 'main', 'data-sdui-screen': 'com.linkedin.sdui.flagshipnav.profile.Profile' },
        h('main', { id: 'workspace' }, h('div', { 'data-testid': 'lazy-column' }, h('div', { role: 'progressbar' }))),
      ),
    ),
  );
}
