import { unique } from '../belonging';
import { closest, first } from '../dom';
import { collect, field, type GenerationReading } from '../fields';
import { identityInLink } from '../link';
import { shown } from '../shown';
import { visibleTextOf } from '../text';
import { viewerIn } from '../viewer';

/** The thread's own header: its link to the other person, and the links in its title bar. */
const HEADER = 'a.msg-thread__link-to-profile, .msg-title-bar a[href*="/in/"]';
/** Conversations that float above any page. */
const BUBBLES = '[class*="msg-overlay"]';
const TITLE = 'h1, h2, h3, [class*="entity-title"]';
/** The conversation that the list beside the thread marks as the open one. */
const OPEN = '[class*="convo-item-link--active"] [class*="participant-names"]';

/**
 * Whom a conversation is with: the one person to whom its header links. Null when the page shows no such header; nobody
 * when it links to several people (a group) or to the viewer, or when the list marks another conversation as open.
 */
export function readThread(document: Document): GenerationReading | null {
  const links = shown(document, HEADER).filter((link) => closest(link, BUBBLES) === null);
  const people = links.flatMap((link) => identityInLink(link) ?? []);
  const [identity] = people;
  if (identity === undefined) return null;
  const names = unique([...links.flatMap(nameIn), ...shown(document, OPEN).map(visibleTextOf)]);
  const [name = ''] = names;
  const isOne =
    names.length < 2 &&
    unique(people.map(({ slug }) => slug)).length < 2 &&
    unique(people.map(({ memberId }) => memberId)).length < 2;
  if (!isOne || viewerIn(document)(identity, name)) return { belongs: false };
  return { belongs: true, identity, fields: collect({ name: field(name, 'link') }) };
}

/** A link's heading, or its words where it stands in one; presence and pictures beside it are no name. */
function nameIn(link: Element): readonly string[] {
  const title = first(link, TITLE) ?? (closest(link, TITLE) === null ? null : link);
  const name = visibleTextOf(title);
  return name === '' ? [] : [name];
}
