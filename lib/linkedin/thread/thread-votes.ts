import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, attribute, closest, first } from '../dom';
import { hrefOf, identityInLink } from '../link';
import { shown } from '../shown';
import { visibleTextOf } from '../text';
import { idsIn } from '../tie';
import { threadIn, threadOfMessage } from './thread-id';

/** A conversation in the list beside the thread. Some designs link it, others do not. */
const ROW = '[class*="convo-item-link"]';
const OPEN = '[class*="convo-item-link--active"]';
const NAMES = '[class*="participant-names"]';
/** A message, who wrote it, and the card of the other person above the first message of two people. */
const MESSAGE = '[data-event-urn]';
const AUTHOR = '[class*="event-listitem__link"], [class*="message-group__meta"] a';
const CARD = '.msg-s-profile-card a';

/**
 * What the page says about whether the conversation at this address is with the person of the header: true for each
 * piece of evidence that ties this conversation's id to the person, false for each that contradicts, none for the rest.
 */
export function threadVotes(
  document: Document,
  href: string,
  person: LinkedInIdentity,
  name: string,
): readonly boolean[] {
  const thread = threadIn(href);
  return [...rowVotes(document, thread, name), ...messageVotes(document, thread, person)];
}

/**
 * A row ties a name to the conversation to which it links, unless another conversation has the same name. The open row
 * contradicts when it links to another conversation or names someone else.
 */
function rowVotes(document: Document, thread: string | null, name: string): readonly boolean[] {
  const rows = shown(document, ROW).map((row) => {
    const link = closest(row, 'a[href]') ?? first(row, 'a[href]');
    const of = link === null ? null : threadIn(hrefOf(link));
    return { of, isOpen: closest(row, OPEN) !== null, names: shown(row, NAMES).map(visibleTextOf) };
  });
  const isShared = rows.some(({ of, names }) => of !== thread && names.includes(name));
  return rows.flatMap(({ of, isOpen, names }) => {
    const isThis = of !== null && of === thread;
    if (!isThis && !isOpen) return [];
    if (of !== null && !isThis) return [false];
    return names.flatMap((each) => (each !== name ? false : isThis && !isShared ? true : []));
  });
}

/**
 * A message carries the id of its conversation and of the viewer, and links to its author. Whoever else wrote in this
 * conversation, or has the card above its messages, is the other person.
 */
function messageVotes(document: Document, thread: string | null, person: LinkedInIdentity): readonly boolean[] {
  return shown(document, MESSAGE).flatMap((message) => {
    const urn = attribute(message, 'data-event-urn') ?? '';
    const of = threadOfMessage(urn, thread);
    if (of === null) return [];
    if (of !== thread) return [false];
    const list = closest(message, 'ul');
    return [...all(message, AUTHOR), ...(list === null ? [] : all(list, CARD))].flatMap((link) => {
      const other = identityInLink(link);
      if (other === null || idsIn(urn).includes(other.memberId ?? '')) return [];
      const [a, b] = person.memberId === null ? [person.slug, other.slug] : [person.memberId, other.memberId];
      return b === null ? [] : [a === b];
    });
  });
}
