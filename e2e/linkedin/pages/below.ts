import type { CastMember } from '../../support/cast';
import type { Language } from '../samples/languages/language';
import { slugInPath } from './markup';
import { frame } from './other';
import { h, type Tree } from './tree';

type Job = readonly [position: string, company: string, dates: string];

/** A page below a profile, such as its activity or a list of its details: no top card, and a title with the page's label. */
export interface BelowPage {
  readonly profileOwner: CastMember;
  readonly language: Language;
  readonly label: string;
  readonly title?: string;
  /** Who wrote the posts, in the page's order. */
  readonly posts?: readonly CastMember[];
  readonly jobs?: readonly Job[];
  readonly isCurrent?: boolean;
}

export function belowPage(page: BelowPage, others: readonly CastMember[]): Tree {
  const { profileOwner, label, posts = [], jobs = [] } = page;
  const heading = posts.length > 0 ? `${label} (${posts.length})` : label;
  return frame(
    page.title ?? `(2) ${label} | ${profileOwner.name} | LinkedIn`,
    'd_flagship3_profile_view_base_position_details',
    h(
      'main',
      { class: 'scaffold-layout__main' },
      h(
        'section',
        { class: 'artdeco-card' },
        h('a', { href: pathOf(profileOwner) }, h('svg', { id: 'arrow-left-medium' })),
        h('h2', { class: 't-20' }, heading),
        ...posts.map(post),
        h('ul', {}, ...jobs.map((job, at) => (page.isCurrent === true ? currentJob(job, at) : classicJob(job)))),
      ),
    ),
    h('aside', {}, h('h2', {}, 'People also viewed'), ...others.map(post)),
  );
}

const pathOf = ({ slug }: CastMember): string => `https://www.linkedin.com/in/${slugInPath(slug)}/`;

function post(author: CastMember): Tree {
  return h(
    'div',
    { role: 'article' },
    h('a', { href: pathOf(author) }, h('span', { 'aria-hidden': 'true' }, author.name)),
    h('span', {}, author.headline),
    h('p', {}, author.about),
  );
}

function classicJob(lines: Job): Tree {
  const line = (text: string): Tree =>
    h('span', {}, h('span', { 'aria-hidden': 'true' }, text), h('span', { class: 'visually-hidden' }, text));
  return h('li', {}, h('div', { 'data-view-name': 'profile-component-entity' }, ...lines.map(line)));
}

function currentJob(lines: Job, at: number): Tree {
  return h('div', { componentkey: `entity-collection-item-${at}` }, ...lines.map((text) => h('p', {}, text)));
}
