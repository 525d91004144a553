import { portrait, slugInPath } from '../../pages/markup';
import { activity, advertisement, chat, footer, type ClassOf } from '../../pages/noise';
import { h, type Child, type Tree } from '../../pages/tree';
import type { Person } from '../cast/person';
import { messageIdOf, threadIdOf } from '../ids';
import type { Language } from '../languages/language';
import { otherPeople, viewer } from '../people';

/** The kind of id in a link to a person. */
export type LinkKind = 'member' | 'slug';

export interface ThreadPage {
  readonly language: Language;
  /** The people of the conversation besides the viewer; several in a group. */
  readonly others: readonly Person[];
  /** How the header links to them; `none` is a header without links. */
  readonly link: LinkKind | 'both' | 'none';
  /** How messages and card link to those who wrote, and how the viewer's own messages link to the viewer. */
  readonly authors: LinkKind;
  readonly viewerLink: LinkKind;
  /** Whether the bar at the top names the viewer. */
  readonly isViewerNamed: boolean;
  /** The person whose conversation the list marks as open; null: none is marked. */
  readonly open: Person | null;
  /** Whether the rows of the list link to their conversations. Today's do not. */
  readonly rows: 'linked' | 'plain';
  /** Who else is in the list. */
  readonly listed: readonly Person[];
  /** The people whose conversation the messages are from, and who wrote them besides the viewer; null shows none yet. */
  readonly messages: { readonly of: readonly Person[]; readonly by: readonly Person[] } | null;
  /** Whether a message says which conversation it belongs to. */
  readonly isKeyed: boolean;
  /** Whose card is above the first message. */
  readonly card: Person | null;
  /** Whether content of My Network is still shown, and whether the conversation itself has loaded. */
  readonly isNetworkLeft: boolean;
  readonly hasThread: boolean;
}

export function conversation(other: Person, language: Language, changes: Partial<ThreadPage> = {}): ThreadPage {
  const others = changes.others ?? [other];
  return {
    language,
    others,
    link: 'member',
    authors: 'member',
    viewerLink: 'member',
    isViewerNamed: true,
    open: other,
    rows: 'plain',
    listed: otherPeople,
    messages: { of: others, by: others },
    isKeyed: true,
    card: null,
    isNetworkLeft: false,
    hasThread: true,
    ...changes,
  };
}

/** One conversation per set of people. */
const numberOf = (others: readonly Person[]): number => others.reduce((sum, { memberNumber }) => sum + memberNumber, 0);

export const threadPath = (...others: readonly Person[]): string =>
  `/messaging/thread/${threadIdOf(numberOf(others))}/`;

export const threadAddress = (...others: readonly Person[]): string =>
  `https://www.linkedin.com${threadPath(...others)}`;

const classOf: ClassOf = (name) => ({ class: `msg-${name}` });

const hrefBy = (kind: LinkKind, { memberId, slug }: Person): string =>
  kind === 'member' ? `/in/${memberId}` : `https://www.linkedin.com/in/${slugInPath(slug)}/`;

/** A conversation under LinkedIn's messaging (docs/linkedin-pages.md#page-kinds): a list, the thread with its header, and bubbles. */
export function threadPage(page: ThreadPage): Tree {
  const { language } = page;
  return h(
    'html',
    { lang: language.code, dir: language.dir, class: 'theme theme--mercado' },
    h('head', {}, h('meta', { charset: 'utf-8' }), h('title', {}, `(2) ${language.message} | LinkedIn`)),
    h(
      'body',
      { class: 'render-mode-BIGPIPE ember-application' },
      navigation(page),
      h(
        'main',
        {},
        page.isNetworkLeft ? myNetwork(language) : null,
        h('div', { class: 'msg-conversations-container' }, h('ul', {}, ...list(page))),
        page.hasThread ? thread(page) : h('div', { class: 'msg-thread msg-thread--loading' }),
      ),
      h('aside', {}, advertisement(classOf), h('div', {}, ...activity(classOf, language.activity, otherPeople))),
      bubble(),
      chat(classOf, viewer, otherPeople),
      footer(classOf),
    ),
  );
}

function navigation({ language, isViewerNamed }: ThreadPage): Tree {
  const own = [
    h('img', { class: 'global-nav__me-photo', alt: viewer.name, src: portrait(viewer.slug) }),
    h('a', { href: `/in/${slugInPath(viewer.slug)}/` }, viewer.name),
  ];
  return h(
    'header',
    { id: 'global-nav' },
    h('a', { href: '/messaging/' }, language.message),
    ...(isViewerNamed ? own : []),
  );
}

function list({ others, open, rows, listed, language }: ThreadPage): readonly Tree[] {
  const row = (person: Person): Tree =>
    h(
      'li',
      { class: 'msg-conversation-listitem' },
      h(
        rows === 'linked' ? 'a' : 'div',
        {
          class: `msg-conversations-container__convo-item-link ${person === open ? 'msg-conversations-container__convo-item-link--active' : ''}`,
          ...(rows === 'linked' ? { href: threadPath(person) } : { tabindex: '0' }),
        },
        h('img', { alt: person.name, src: portrait(person.slug) }),
        h('h3', { class: 'msg-conversation-listitem__participant-names' }, h('span', {}, person.name)),
        h('p', {}, `${viewer.firstName}: ${language.more}`),
      ),
    );
  return [...new Set([...(open === null ? [] : [open]), ...others, ...listed])].map(row);
}

function thread(page: ThreadPage): Tree {
  const { others, link, language } = page;
  const words = (person: Person): readonly Child[] => [
    h('h2', { class: 'msg-entity-lockup__entity-title truncate' }, person.name),
    h('span', { class: 'visually-hidden' }, 'Status is reachable'),
    h('div', { class: 'msg-entity-lockup__entity-info' }, 'Mobile • 10h'),
  ];
  const titles = (person: Person): readonly Tree[] => {
    if (link === 'none') return [h('div', {}, ...words(person))];
    const kinds: readonly LinkKind[] = link === 'both' ? ['member', 'slug'] : [link];
    return kinds.map((kind) => {
      const marked = kind === 'member' ? 'msg-thread__link-to-profile' : '';
      return h('a', { class: `app-aware-link ${marked}`, href: hrefBy(kind, person) }, ...words(person));
    });
  };
  return h(
    'div',
    { class: 'msg-convo-wrapper msg-thread' },
    h('div', { class: 'shared-title-bar msg-title-bar msg-title-bar-messenger' }, ...others.flatMap(titles)),
    h('ul', { class: 'msg-s-message-list-content' }, ...messageList(page)),
    h('form', { class: 'msg-form', id: 'querySelectorAll' }, h('p', {}, language.message)),
  );
}

function messageList({ messages, isKeyed, card, authors, viewerLink }: ThreadPage): readonly Tree[] {
  const written = messages === null ? [] : [viewer, ...messages.by, viewer, ...messages.by];
  return [
    ...(card === null ? [] : [profileCard(card, hrefBy(authors, card))]),
    ...written.map((from, at) =>
      message(
        from,
        hrefBy(from === viewer ? viewerLink : authors, from),
        isKeyed ? messageIdOf(numberOf(messages?.of ?? []), 1_783_015_934_053 + at) : null,
      ),
    ),
  ];
}

/** The person of the conversation, above the first message of two people. */
function profileCard(person: Person, href: string): Tree {
  return h(
    'li',
    {},
    h(
      'div',
      { class: 'msg-s-profile-card msg-s-profile-card-one-to-one' },
      h('a', { href }, h('img', { alt: person.name, src: portrait(person.slug) })),
      h(
        'div',
        { class: 'artdeco-entity-lockup__title' },
        h('a', { class: 'profile-card-one-to-one__profile-link', href }, person.name),
      ),
      h('div', { class: 'artdeco-entity-lockup__subtitle' }, person.headline),
    ),
  );
}

/** A message with its author, its conversation, and in its text a mention and a shared post of other people. */
function message(from: Person, href: string, id: string | null): Tree {
  const [shared = viewer, mentioned = viewer] = otherPeople;
  return h(
    'li',
    { class: 'msg-s-message-list__event' },
    h(
      'div',
      {
        class: `msg-s-event-listitem ${from === viewer ? '' : 'msg-s-event-listitem--other'}`,
        'data-event-urn': id === null ? undefined : `urn:li:msg_message:(urn:li:fsd_profile:${viewer.memberId},${id})`,
      },
      h('a', { class: 'msg-s-event-listitem__link', href }, h('img', { alt: from.name, src: portrait(from.slug) })),
      h(
        'div',
        { class: 'msg-s-message-group__meta' },
        h(
          'a',
          { class: 'app-aware-link', href },
          h('span', { class: 'msg-s-message-group__profile-link msg-s-message-group__name' }, from.name),
        ),
      ),
      h(
        'p',
        { class: 'msg-s-event-listitem__body' },
        from.about,
        h('a', { href: `https://www.linkedin.com/in/${mentioned.memberId}` }, mentioned.name),
      ),
      h(
        'div',
        { class: 'feed-shared-update-v2' },
        h('a', { class: 'update-components-actor__meta-link', href: `/in/${shared.memberId}` }, shared.name),
      ),
    ),
  );
}

/** Another conversation, floating above the page with a header of its own. */
function bubble(): Tree {
  const [, person = viewer] = otherPeople;
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

/** Invitations and suggestions of the previous page, still shown under the thread's address. */
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
    h('ul', {}, ...otherPeople.map(card)),
  );
}
