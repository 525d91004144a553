import type { LinkedInIdentity } from '@/lib/domain/identity';
import { idsIn } from '../evidence/card-match';
import { sameIds, type IsViewer } from '../evidence/viewer';
import { all, attribute, closest, first } from '../page/dom';
import { hrefOf, identityInLink } from '../page/profile-link';
import { visibleTextOf } from '../page/text';
import { shown } from '../page/visible';

/** A conversation in the list beside the thread. Only some designs link it. */
const ROW = '[class*="convo-item-link"]';
const OPEN = '[class*="convo-item-link--active"]';
const NAMES = '[class*="participant-names"]';
/** A message, its author, and the other person's card above the first message. */
const MESSAGE = '[data-event-urn]';
const META = '[class*="message-group__meta"] a';
const AUTHOR = `[class*="event-listitem__link"], ${META}`;
const CARD = '.msg-s-profile-card a';
/** Author and card links that contain only a name. */
const NAMED = `${META}, .msg-s-profile-card [class*="lockup__title"] a`;

type Votes = readonly boolean[];

/**
 * Evidence on whether the conversation at this address is with the header's person: true for each piece that connects
 * this conversation's id with the person, false for each that contradicts; the rest gives no vote.
 */
export function threadVotes(
  document: Document,
  href: string,
  person: LinkedInIdentity,
  name: string,
  isViewer: IsViewer,
): Votes {
  const thread = threadIn(href);
  if (thread === null) return [];
  const rows = shown(document, ROW).map((row) => {
    const link = closest(row, 'a[href]') ?? first(row, 'a[href]');
    const of = link === null ? null : threadIn(hrefOf(link));
    return { of, isOpen: closest(row, OPEN) !== null, names: shown(row, NAMES).map(visibleTextOf) };
  });
  // Two people can have the same name: it counts only if exactly one row has it, and not another conversation's row.
  const [namesake, ...more] = rows.filter(({ names }) => names.includes(name));
  const isClear = namesake !== undefined && more.length === 0 && (namesake.of ?? thread) === thread;
  const byName = (other: string): Votes => (other === '' ? [] : other !== name ? [false] : isClear ? [true] : []);
  return [
    ...rows.flatMap(({ of, isOpen, names }) => {
      // A row connects a name with the conversation it links to. The open row can contradict even without a link.
      const votes = (of ?? thread) === thread ? names.flatMap(byName) : [false];
      return of === thread ? votes : votes.filter((vote) => isOpen && !vote);
    }),
    ...messageVotes(document, thread, person, byName, isViewer),
  ];
}

/**
 * A message has its conversation's id, the viewer's id and a link to its author. The other person is the author besides
 * the viewer, or the one on the card above the messages. When header and author have different kinds of id, their names
 * are compared.
 */
function messageVotes(
  document: Document,
  thread: string,
  person: LinkedInIdentity,
  byName: (name: string) => Votes,
  isViewer: IsViewer,
): Votes {
  let author: LinkedInIdentity | undefined;
  return shown(document, MESSAGE).flatMap((message) => {
    const urn = attribute(message, 'data-event-urn') ?? '';
    const of = threadOfMessage(urn, thread);
    if (of !== thread) return of === undefined ? [] : [false];
    const [owner] = idsIn(urn);
    const cards = all(closest(message, 'ul') ?? message, CARD);
    return [...all(message, AUTHOR), ...cards].flatMap((link) => {
      const other = identityInLink(link);
      const words = visibleTextOf(first(closest(link, 'li') ?? message, NAMED));
      if (other === null) return [];
      const { memberId } = other;
      if (owner === undefined || memberId === null ? isViewer(other, words) : memberId === owner) return [];
      author ??= other;
      const compared = sameIds(person, other);
      return [
        ...(compared.length > 0 ? compared : byName(words)),
        ...sameIds(author, other).filter((isSame) => !isSame),
      ];
    });
  });
}

/** The conversation's id in an address or link, in a form that can be compared; null without one. */
function threadIn(href: string): string | null {
  const id = /\/messaging\/thread\/(?:2-)?([^/?#]+)/u.exec(href)?.[1];
  return id === undefined ? null : plain(id.replaceAll(/%3D/giu, '='));
}

/**
 * The conversation's id in a message's urn: base64 of `<message>&<conversation>`, in older urns the conversation's own id.
 * Undefined without either.
 *
 * @param expected the conversation in the address; an older id is recognised only if it equals this one
 */
function threadOfMessage(urn: string, expected: string): string | undefined {
  return [...urn.matchAll(/\b2-([\w+/=]+)/gu)].flatMap(([, id = '']) => {
    const text = plain(id);
    return text === expected ? text : text.split('&').slice(1);
  })[0];
}

function plain(id: string): string {
  try {
    return atob(id);
  } catch {
    return id;
  }
}
