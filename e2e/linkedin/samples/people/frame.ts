import { portrait, slugInPath } from '../../pages/markup';
import { advertisement, chat, footer, type ClassOf } from '../../pages/noise';
import { h, type Child, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import type { Language } from '../languages/language';
import { otherPeople, viewer } from '../people';

/** A row of a list: one of the people on it, or a private member, whose link LinkedIn hides. */
export type Row = Person | 'private';

export interface ListPage {
  readonly language: Language;
  readonly rows: readonly Row[];
}

const classOf: ClassOf = (name) => ({ class: `x-${name}` });

/** A page of the classic generation around a list: bar, suggestions beside it, advertisement, chat. */
export function classicFrame({ language }: ListPage, title: string, main: readonly Child[]): Tree {
  return h(
    'html',
    { lang: language.code, dir: language.dir, class: 'theme theme--mercado' },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, `${title} | LinkedIn`)),
    h(
      'body',
      { class: 'render-mode-BIGPIPE ember-application' },
      h(
        'header',
        { id: 'global-nav' },
        h('nav', {}, h('a', { href: '/feed/' }, 'LinkedIn')),
        h('img', { class: 'global-nav__me-photo', alt: viewer.name, src: portrait(viewer.slug) }),
        h('a', { href: `/in/${slugInPath(viewer.slug)}/` }, viewer.name),
      ),
      h('main', { class: 'scaffold-layout__main' }, h('h1', { class: 'visually-hidden' }, title), ...main),
      h('aside', {}, suggestions(language), advertisement(classOf)),
      chat(classOf, viewer, otherPeople),
      footer(classOf),
    ),
  );
}

/** A page of the current generation around a list. `screen`: its name in the page's own data. */
export function currentFrame({ language }: ListPage, screen: string | undefined, main: readonly Child[]): Tree {
  return h(
    'html',
    { lang: language.code, dir: language.dir ?? 'ltr', translate: 'no' },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, 'LinkedIn')),
    h(
      'body',
      { 'data-rehydrated': 'true' },
      h(
        'nav',
        { 'data-testid': 'primary-nav' },
        h('h2', {}, '0 notifications'),
        h('a', { href: `/in/${slugInPath(viewer.slug)}/` }, h('p', {}, viewer.name)),
      ),
      h(
        'div',
        { role: 'main', 'data-sdui-screen': screen },
        h(
          'main',
          { id: 'workspace' },
          h('div', { 'data-testid': 'lazy-column' }, ...main),
          h('aside', {}, suggestions(language)),
        ),
      ),
      chat(classOf, viewer, otherPeople),
      footer(classOf),
    ),
  );
}

/** "People also viewed" and similar suggestions, in the markup of both generations. */
function suggestions(language: Language): Tree {
  const row = ({ slug, name, headline, memberId }: Person): Tree =>
    h(
      'li',
      { role: 'listitem', class: 'entity-result' },
      h(
        'a',
        { href: `/in/${slugInPath(slug)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${memberId}` },
        h('p', { class: 'entity-result__title-text' }, name),
      ),
      h('p', { class: 'entity-result__primary-subtitle' }, headline),
    );
  return h('section', {}, h('h2', {}, language.moreProfiles), h('ul', {}, ...otherPeople.map(row)));
}

/** People in common below a row, each with a link of their own. */
export function mutualLinks(language: Language, isHidden = false): readonly Child[] {
  const [first = viewer, second = viewer] = otherPeople;
  const link = ({ slug, memberId, name }: Person): Tree =>
    h(
      'a',
      {
        href: `https://www.linkedin.com/in/${slugInPath(slug)}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${memberId}`,
      },
      isHidden ? h('span', { 'aria-hidden': 'true' }, name) : h('strong', {}, name),
    );
  return [link(first), ', ', link(second), ` ${language.mutual.replace('{}', '…')}`];
}
