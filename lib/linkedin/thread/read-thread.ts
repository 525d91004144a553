import { unique } from '../belonging';
import { closest, first } from '../dom';
import { collect, field, type GenerationReading } from '../fields';
import { hrefOf, identityInLink } from '../link';
import { shown } from '../shown';
import { visibleTextOf } from '../text';
import { viewerIn } from '../viewer';

/** The thread's own header: its link to the other person, and the links in its title bar. */
const HEADER = 'a.msg-thread__link-to-profile, .msg-title-bar a[href*="/in/"]';
/** Conversations that float above any page. */
const BUBBLES = '[class*="msg-overlay"]';
const TITLE = 'h1, h2, h3, [class*="entity-title"]';
/** A conversation in the list beside the thread. Today's may link to it or not. */
const ROW = '[class*="convo-item-link"]';
const OPEN = '[class*="convo-item-link--active"]';
const NAMES = '[class*="participant-names"]';

/**
 * Whom a conversation is with: the one person to whom its header links. Null when the page shows no such header; nobody
 * when it links to several people (a group) or to the viewer, or when the list says that the address's conversation is
 * another one: the address changes before the page does.
 */
export function readThread(document: Document, href: string): GenerationReading | null {
  const links = shown(document, HEADER).filter((link) => closest(link, BUBBLES) === null);
  const people = links.flatMap((link) => identityInLink(link) ?? []);
  const [identity] = people;
  if (identity === undefined) return null;
  const thread = threadIn(href);
  const listed = shown(document, ROW).map((row) => ({ row, of: threadOf(row), isOpen: closest(row, OPEN) !== null }));
  const meant = listed.filter(({ of, isOpen }) => isOpen || (of !== null && of === thread));
  const names = unique([...links.flatMap(nameIn), ...meant.flatMap(({ row }) => shown(row, NAMES)).map(visibleTextOf)]);
  const [name = ''] = names;
  const isOne =
    meant.every(({ of }) => of === null || thread === null || of === thread) &&
    names.length < 2 &&
    unique(people.map(({ slug }) => slug)).length < 2 &&
    unique(people.map(({ memberId }) => memberId)).length < 2;
  if (!isOne || viewerIn(document)(identity, name)) return { belongs: false };
  return { belongs: true, identity, fields: collect({ name: field(name, 'link') }) };
}

/** The conversation to which a row of the list links, from inside it or around it. */
function threadOf(row: Element): string | null {
  const link = closest(row, 'a[href]') ?? first(row, 'a[href]');
  return link === null ? null : threadIn(hrefOf(link));
}

/** The conversation's id, which is encoded in some addresses. */
function threadIn(href: string): string | null {
  const id = /\/messaging\/thread\/([^/?#]+)/u.exec(href)?.[1];
  return id === undefined ? null : id.replaceAll(/%3D/giu, '=');
}

/** A link's heading, or its words where it stands in one; presence and pictures beside it are no name. */
function nameIn(link: Element): readonly string[] {
  const title = first(link, TITLE) ?? (closest(link, TITLE) === null ? null : link);
  const name = visibleTextOf(title);
  return name === '' ? [] : [name];
}
