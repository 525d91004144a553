import type { CastMember } from '../../support/cast';
import { portrait, slugInPath } from './markup';
import { activity, chat, type ClassOf } from './noise';
import { frame } from './other';
import { h, type Tree } from './tree';

const classOf: ClassOf = (name) => ({ class: `page-${name}` });

/** HTTP 999: no page at all, only a script that leads to the wall. */
export function botWall(): Tree {
  const script =
    'window.onload = function () { var trk = "bf"; var d = location.hostname; location.href = "https://" + d + "/authwall?trk=" + trk; };';
  return h('html', {}, h('head', {}, h('script', { type: 'text/plain' }, script)), h('body'));
}

/** The other form: a nearly empty page that refreshes itself, here much later than any test lasts. */
export function refreshWall(): Tree {
  return h(
    'html',
    {},
    h('head', {}, h('meta', { 'http-equiv': 'refresh', content: '3600; url=/checkpoint/challenge/' })),
    h('body', {}, h('p', {}, 'Checking your browser')),
  );
}

/** The page for a slug without a profile, for visitors who are not signed in. It contains the slug. */
export function publicNotFound(slug: string): Tree {
  const page = frame(
    'Profile Not Found | LinkedIn',
    'public_profile_v3_desktop',
    h(
      'main',
      { class: 'main' },
      h(
        'section',
        { class: 'profile-not-found' },
        h('h1', {}, `An exact match for ${slug} could not be found.`),
        h('p', {}, 'Try searching for this person by name.'),
      ),
    ),
  );
  const canonical = h('link', {
    rel: 'canonical',
    href: `https://www.linkedin.com/public-profile/in/${slugInPath(slug)}/`,
  });
  return { ...page, children: [h('head', {}, ...headOf(page), canonical), ...page.children.slice(1)] };
}

function headOf({ children: [head] }: Tree): Tree['children'] {
  return typeof head === 'object' ? head.children : [];
}

/** The same to a person who is logged in. */
export function notFound(): Tree {
  return frame(
    'LinkedIn',
    'd_flagship3_404',
    h(
      'main',
      { class: 'scaffold-layout__main' },
      h(
        'section',
        {},
        h('h2', {}, 'This page doesn’t exist'),
        h('p', {}, 'Please check your URL or return to LinkedIn home.'),
      ),
    ),
  );
}

/** A company's page, with people on it who work there. */
export function companyPage(viewer: CastMember, others: readonly CastMember[]): Tree {
  return frame(
    'Nordlys Energy: About | LinkedIn',
    'd_flagship3_company',
    h(
      'main',
      { class: 'scaffold-layout__main' },
      h(
        'section',
        { class: 'org-top-card artdeco-card', 'data-member-id': '10035' },
        h('h1', { class: 'org-top-card-summary__title' }, 'Nordlys Energy'),
        h('p', {}, 'Renewables · Oslo · 105,570 followers'),
        h('a', { href: `/in/${slugInPath(others[0]?.slug ?? '')}/overlay/contact-info/` }, 'Contact'),
      ),
      ...activity(classOf, 'Posts', others),
    ),
    chat(classOf, viewer, others),
  );
}

/** One post: by one person, commented by others. */
export function postPage(author: CastMember, others: readonly CastMember[]): Tree {
  const actor = (person: CastMember): Tree =>
    h(
      'div',
      {},
      h(
        'a',
        { href: `/in/${slugInPath(person.slug)}/` },
        h('img', { alt: '', src: portrait(person.slug) }),
        h('h1', {}, person.name),
      ),
      h('div', { class: 'text-body-medium break-words' }, person.headline),
    );
  return frame(
    `${author.name} on LinkedIn: quiet machines`,
    'd_flagship3_detail_base',
    h('main', {}, h('article', {}, actor(author), h('p', {}, author.about)), ...others.map(actor)),
  );
}
