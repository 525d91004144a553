import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, attribute, closest, first } from '../page/dom';
import { hrefOf, identityInLink } from '../page/profile-link';
import { shown } from '../page/visible';
import { visibleTextOf } from '../page/text';
import { idsIn } from '../evidence/card-match';
import { sameIds, type IsViewer } from '../evidence/viewer';
import { threadIn, threadOfMessage } from './thread-id';

/** A conversation in the list beside the thread. Some designs link it, others do not. */
const ROW = '[class*="convo-item-link"]';
const OPEN = '[class*="convo-item-link--active"]';
const NAMES = '[class*="participant-names"]';
/** A message, who wrote it, and the card of the other person above the first message of two people. */
const MESSAGE = '[data-event-urn]';
const META = '[class*="message-group__meta"] a';
const AUTHOR = `[class*="event-listitem__link"], ${META}`;
const CARD = '.msg-s-profile-card a';
/** The links of both that are a name and nothing else. */
const NAMED = `${META}, .msg-s-profile-card [class*="lockup__title"] a`;

type Votes = readonly boolean[];

/**
 * What the page says about whether the conversation at this address is with the person of the header: true for each
 * piece of evidence that ties this conversation's id to the person, false for each that contradicts, none for the rest.
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
  // Two people may have one name: it says nothing unless exactly one row has it, and that is not another conversation's.
  const [namesake, ...more] = rows.filter(({ names }) => names.includes(name));
  const isClear = namesake !== undefined && more.length === 0 && (namesake.of ?? thread) === thread;
  const byName = (other: string): Votes => (other === '' ? [] : other !== name ? [false] : isClear ? [true] : []);
  return [
    ...rows.flatMap(({ of, isOpen, names }) => {
      // A row ties a name to the conversation to which it links. The open one can contradict, whether it links or not.
      const votes = (of ?? thread) === thread ? names.flatMap(byName) : [false];
      return of === thread ? votes : votes.filter((vote) => isOpen && !vote);
    }),
    ...messageVotes(document, thread, person, byName, isViewer),
  ];
}

/**
 * A message carries the id of its conversation and of the viewer, and links to its author. The other person is the
 * one who wrote in this conversation besides the viewer, or has the card above its messages. Where header and author are
 * linked by different kinds of id, their names are compared.
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
