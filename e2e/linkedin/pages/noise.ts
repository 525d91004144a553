import type { CastMember } from '../../support/cast';
import { portrait, slugInPath } from './markup';
import { h, type Attributes, type Child, type Tree } from './tree';

/** How a generation writes its class names. */
export type ClassOf = (name: string) => Attributes;

const profileLink = (person: CastMember): string => `https://www.linkedin.com/in/${slugInPath(person.slug)}/`;

/** Posts and reactions, with other people's names, headlines and links. */
export function activity(
  classOf: ClassOf,
  heading: string,
  others: readonly CastMember[],
  count = 12,
): readonly Child[] {
  const posts = Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const by = others[at % others.length];
    return by === undefined ? [] : [post(classOf, by, at)];
  });
  return [h('h2', classOf('activity-title'), heading), h('ul', classOf('posts'), ...posts)];
}

function post(classOf: ClassOf, by: CastMember, at: number): Tree {
  return h(
    'li',
    { ...classOf('post'), 'data-urn': `urn:li:activity:72${String(at).padStart(17, '0')}` },
    h(
      'div',
      classOf('actor'),
      h('a', { href: profileLink(by) }, h('img', { alt: '', src: portrait(by.slug) }), h('span', {}, by.name)),
      h('p', classOf('actor-headline'), by.headline),
      h('p', classOf('when'), `${at + 1}w`),
    ),
    h('p', classOf('commentary'), `On what ${by.company} learned this year, number ${at}. #procurement`),
    h(
      'ul',
      classOf('reactions'),
      ...['Like', 'Comment', 'Repost', 'Send'].map((label) =>
        h('li', {}, h('button', { 'aria-label': `${label} ${by.name}’s post` }, h('span', {}, label))),
      ),
    ),
  );
}

/** Recommendations: others about the owner, under their own names. */
export function recommendations(
  classOf: ClassOf,
  profileOwner: CastMember,
  others: readonly CastMember[],
): readonly Child[] {
  return [
    h('h2', classOf('recommendations-title'), 'Recommendations'),
    h(
      'ul',
      classOf('recommendations'),
      ...others.map((other) =>
        h(
          'li',
          classOf('recommendation'),
          h('a', { href: profileLink(other) }, h('p', {}, other.name)),
          h('p', classOf('relation'), other.headline),
          h(
            'p',
            classOf('praise'),
            `${profileOwner.firstName} bought from me at ${other.company}. Fair, fast. ${other.about}`,
          ),
        ),
      ),
    ),
  ];
}

/** Skills with those who endorsed them. */
export function skills(classOf: ClassOf, others: readonly CastMember[]): readonly Child[] {
  const names = ['Negotiation', 'Category management', 'Ethics', 'Contracts', 'Tenders', 'Logistics'];
  return [
    h('h2', classOf('skills-title'), 'Skills'),
    h(
      'ul',
      classOf('skills'),
      ...names.map((name) =>
        h(
          'li',
          classOf('skill'),
          h('div', {}, h('p', {}, name)),
          h('ul', {}, ...others.map((other) => h('li', {}, h('span', {}, `Endorsed by ${other.name}`)))),
        ),
      ),
    ),
  ];
}

/** The chat at the foot of every page: conversations with others, and their presence. */
export function chat(classOf: ClassOf, viewer: CastMember, others: readonly CastMember[]): Tree {
  return h(
    'div',
    { id: 'msg-overlay', ...classOf('chat') },
    h('header', {}, h('img', { alt: viewer.name, src: portrait(viewer.slug) }), h('h2', {}, 'Messaging')),
    h(
      'ul',
      {},
      ...others.map((other) =>
        h(
          'li',
          classOf('bubble'),
          h('a', { href: `/in/${other.memberId}` }, h('h3', {}, other.name)),
          h('span', classOf('presence'), 'Status is reachable'),
          h('p', {}, `You: thanks, ${other.firstName}`),
        ),
      ),
    ),
  );
}

export function advertisement(classOf: ClassOf): Tree {
  return h(
    'section',
    classOf('ad'),
    h('h2', {}, 'Ad Options'),
    h('p', {}, 'Promoted'),
    h('a', { href: 'https://www.linkedin.com/company/99001/' }, h('h3', {}, 'Grow with Brightwater Cloud')),
    h('p', {}, 'Head of Growth at Brightwater Cloud and 3 others follow'),
  );
}

export function footer(classOf: ClassOf): Tree {
  const links = [
    'About',
    'Accessibility',
    'Help Center',
    'Privacy & Terms',
    'Ad Choices',
    'Advertising',
    'Business Services',
  ];
  return h(
    'footer',
    classOf('footer'),
    h('ul', {}, ...links.map((text) => h('li', {}, h('a', { href: '/legal/' }, text)))),
    h(
      'select',
      { 'aria-label': 'Select language' },
      ...['العربية (Arabic)', 'Deutsch (German)', 'English (English)', '日本語 (Japanese)', 'हिन्दी (Hindi)'].map(
        (text) => h('option', {}, text),
      ),
    ),
    h('p', {}, 'LinkedIn Corporation © 2026'),
  );
}
