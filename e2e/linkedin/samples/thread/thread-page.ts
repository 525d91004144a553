import { portrait, slugInPath } from '../../pages/markup';
import { activity, advertisement, chat, footer, type ClassOf } from '../../pages/noise';
import { h, type Child, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import type { Language } from '../languages/language';
import { strangers, viewer } from '../people';

export interface ThreadPage {
  readonly language: Language;
  /** Whom the conversation is with; several in a group. */
  readonly others: readonly Person[];
  /** How the header links to them; `none` is a header without links. */
  readonly link: 'member' | 'slug' | 'none';
  /** Whose conversation the list marks as the open one; null marks none. */
  readonly open: Person | null;
  /** What My Network left behind, and whether the conversation itself has come. */
  readonly isNetworkLeft: boolean;
  readonly hasThread: boolean;
}

export function conversation(other: Person, language: Language, changes: Partial<ThreadPage> = {}): ThreadPage {
  return { language, others: [other], link: 'member', open: other, isNetworkLeft: false, hasThread: true, ...changes };
}

const threadPath = ({ memberNumber }: Person): string => `/messaging/thread/2-${memberNumber}/`;

export const threadAddress = (other: Person): string => `https://www.linkedin.com${threadPath(other)}`;

const classOf: ClassOf = (name) => ({ class: `msg-${name}` });

/** A conversation under LinkedIn's messaging (linkedin/pages.md 1): a list, the thread with its header, and bubbles. */
export function threadPage(page: ThreadPage): Tree {
  const { language } = page;
  return h(
    'html',
    { lang: language.code, dir: language.dir, class: 'theme theme--mercado' },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, `(2) ${language.message} | LinkedIn`)),
    h(
      'body',
      { class: 'render-mode-BIGPIPE ember-application' },
      navigation(language),
      h(
        'main',
        {},
        page.isNetworkLeft ? myNetwork(language) : null,
        h('div', { class: 'msg-conversations-container' }, h('ul', {}, ...list(page))),
        page.hasThread ? thread(page) : h('div', { class: 'msg-thread msg-thread--loading' }),
      ),
      h('aside', {}, advertisement(classOf), h('div', {}, ...activity(classOf, language.activity, strangers))),
      bubble(),
      chat(classOf, viewer, strangers),
      footer(classOf),
    ),
  );
}

function navigation(language: Language): Tree {
  return h(
    'header',
    { id: 'global-nav' },
    h('a', { href: '/messaging/' }, language.message),
    h('img', { class: 'global-nav__me-photo', alt: viewer.name, src: portrait(viewer.slug) }),
    h('a', { href: `/in/${slugInPath(viewer.slug)}/` }, viewer.name),
  );
}

function list({ others, open, language }: ThreadPage): readonly Tree[] {
  const row = (person: Person): Tree =>
    h(
      'li',
      { class: 'msg-conversation-listitem' },
      h(
        'a',
        {
          class: `msg-conversations-container__convo-item-link ${person === open ? 'msg-conversations-container__convo-item-link--active' : ''}`,
          href: threadPath(person),
        },
        h('img', { alt: person.name, src: portrait(person.slug) }),
        h('h3', { class: 'msg-conversation-listitem__participant-names' }, h('span', {}, person.name)),
        h('p', {}, `${viewer.firstName}: ${language.more}`),
      ),
    );
  return [...new Set([...(open === null ? [] : [open]), ...others, ...strangers])].map(row);
}

function thread({ others, link, language }: ThreadPage): Tree {
  const href = (person: Person): string =>
    link === 'member' ? `/in/${person.memberId}` : `https://www.linkedin.com/in/${slugInPath(person.slug)}/`;
  const words = (person: Person): readonly Child[] => [
    h('h2', { class: 'msg-entity-lockup__entity-title truncate' }, person.name),
    h('span', { class: 'visually-hidden' }, 'Status is reachable'),
    h('div', { class: 'msg-entity-lockup__entity-info' }, 'Mobile • 10h'),
  ];
  const title = (person: Person): Tree =>
    link === 'none'
      ? h('div', {}, ...words(person))
      : h(
          'a',
          {
            class: link === 'member' ? 'app-aware-link msg-thread__link-to-profile' : 'app-aware-link',
            href: href(person),
          },
          ...words(person),
        );
  const [counterpart] = others;
  return h(
    'div',
    { class: 'msg-convo-wrapper msg-thread' },
    h('div', { class: 'shared-title-bar msg-title-bar msg-title-bar-messenger' }, ...others.map(title)),
    h(
      'ul',
      { class: 'msg-s-message-list-content' },
      ...[counterpart ?? viewer, viewer, counterpart ?? viewer].map((from) => message(from)),
      message(strangers[0] ?? viewer),
    ),
    h('form', { class: 'msg-form', id: 'querySelectorAll' }, h('p', {}, language.message)),
  );
}

/** Who wrote what: viewer and other, and whoever's post was shared. */
function message(from: Person): Tree {
  return h(
    'li',
    { class: 'msg-s-message-list__event' },
    h(
      'a',
      { class: 'msg-s-event-listitem__link', href: `/in/${from.memberId}` },
      h('img', { alt: from.name, src: portrait(from.slug) }),
    ),
    h(
      'a',
      { class: 'msg-s-message-group__profile-link', href: `/in/${from.memberId}` },
      h('span', { class: 'msg-s-message-group__name' }, from.name),
    ),
    h('p', { class: 'msg-s-event-listitem__body' }, from.about),
  );
}

/** Another conversation, floating above the page with a header of its own. */
function bubble(): Tree {
  const [, person = viewer] = strangers;
  return h(
    'div',
    { class: 'msg-overlay-conversation-bubble' },
    h(
      'header',
      { class: 'msg-overlay-bubble-header msg-title-bar' },
      h('a', { class: 'msg-thread__link-to-profile', href: `/in/${person.memberId}` }, h('h2', {}, person.name)),
    ),
  );
}

/** Invitations and suggestions of the page before, still painted under the thread's address. */
function myNetwork(language: Language): Tree {
  const card = (person: Person): Tree =>
    h(
      'li',
      { class: 'discover-person-card' },
      h(
        'a',
        { href: `/in/${slugInPath(person.slug)}/` },
        h('span', { class: 'discover-person-card__name' }, person.name),
      ),
      h('span', { class: 'discover-person-card__occupation' }, person.headline),
    );
  return h(
    'section',
    { class: 'mn-invitations-preview' },
    h('h2', {}, language.moreProfiles),
    h('ul', {}, ...strangers.map(card)),
  );
}
