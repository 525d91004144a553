import type { Person } from '../samples/cast/person';
import { en } from '../samples/languages/germanic';
import { currentSearch, currentSearchPage } from '../samples/people/current-lists';
import { conversation, threadPage, type ThreadPage } from '../samples/thread/thread-page';
import { profilePage } from '../site';
import { toHtml } from '../pages/tree';
import type { Place } from './place';

/** The layout of conversations in one walk. */
export interface Design extends Pick<ThreadPage, 'rows' | 'link' | 'authors' | 'viewerLink'> {
  readonly isKeyed: boolean;
  readonly hasCard: boolean;
  /** Whether the other person has written, or the viewer alone. */
  readonly isAnswered: boolean;
  /** Everyone with a row in the list of conversations. */
  readonly listed: readonly Person[];
}

export const PARTS = ['header', 'list', 'messages'] as const;
export type Part = (typeof PARTS)[number];

type Parts = Readonly<Record<Part, Place | null>>;

/** What the tab shows. The parts of a conversation arrive one by one; null: that part has not arrived. */
export type Screen =
  | { readonly kind: 'thread'; readonly parts: Parts }
  | { readonly kind: 'profile'; readonly of: Place }
  | { readonly kind: 'list'; readonly of: Place };

/** A fully loaded page. */
export function screenOf(place: Place): Screen {
  if (place.kind === 'list') return { kind: 'list', of: place };
  if (place.kind === 'profile') return { kind: 'profile', of: place };
  return { kind: 'thread', parts: { header: place, list: place, messages: place } };
}

/** The screen after a part of a page has arrived. The first part of a conversation replaces any other page. */
export function withPart(screen: Screen, part: Part, place: Place): Screen {
  if (place.kind !== 'thread') return screenOf(place);
  const before = screen.kind === 'thread' ? screen.parts : { header: null, list: null, messages: null };
  return { kind: 'thread', parts: { ...before, [part]: place } };
}

/** A key that is equal for equal screens. */
export function screenKey(screen: Screen, design: Design): string {
  if (screen.kind !== 'thread') return screen.of.url;
  return JSON.stringify([PARTS.map((part) => screen.parts[part]?.url), { ...design, listed: design.listed.length }]);
}

export function htmlOf(screen: Screen, design: Design): string {
  if (screen.kind === 'list') {
    return toHtml(currentSearchPage(currentSearch({ language: en, rows: screen.of.people })));
  }
  if (screen.kind === 'profile') return screen.of.people.map((profileOwner) => profilePage(profileOwner)).join('');
  return conversationHtml(screen.parts, design);
}

function conversationHtml({ header, list, messages }: Parts, design: Design): string {
  const open = list?.people.length === 1 ? (list.people[0] ?? null) : null;
  const card = design.hasCard && messages?.people.length === 1 ? (messages.people[0] ?? null) : null;
  const of = messages?.people ?? [];
  return toHtml(
    threadPage({
      ...conversation(design.listed[0] ?? open ?? neverShown(), en),
      others: header?.people ?? [],
      open,
      rows: design.rows,
      link: design.link,
      authors: design.authors,
      viewerLink: design.viewerLink,
      listed: design.listed,
      isKeyed: design.isKeyed,
      messages: messages === null ? null : { of, by: design.isAnswered ? of : [] },
      card,
    }),
  );
}

function neverShown(): never {
  throw new Error('The list of conversations is empty.');
}

/**
 * Whether the screen proves who the person of this conversation is, by the product's rules. The header must be theirs, and
 * nothing may contradict it. The proof is a list row with their name that links to the conversation, or messages of this
 * conversation that they wrote or that follow their card. A name proves something only if exactly one row has it.
 */
export function isConnected(screen: Screen, place: Place, design: Design): boolean {
  const { rows, isKeyed, hasCard, isAnswered, listed, link, authors } = design;
  const [other] = place.people;
  if (screen.kind !== 'thread' || place.kind !== 'thread' || place.people.length !== 1 || other === undefined)
    return false;
  const { header, list, messages } = screen.parts;
  if (header !== place || (list !== null && list !== place && list.people.length === 1)) return false;
  const isOwn = messages === place;
  if (isKeyed && messages !== null && !isOwn) return false;
  const names = [...new Set([...listed, other])].filter(({ name }) => name === other.name);
  const isClear = names.length === 1;
  const isComparable = link === 'both' || link === authors;
  const byMessage = isKeyed && isOwn && (isAnswered || hasCard) && (isComparable || isClear);
  return (rows === 'linked' && isClear) || byMessage;
}
