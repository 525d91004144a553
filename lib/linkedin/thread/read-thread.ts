import { unique } from '../evidence/owner-match';
import { closest, first } from '../page/dom';
import { collect, field, type GenerationReading } from '../evidence/fields';
import { identityInLink } from '../page/profile-link';
import { shown } from '../page/visible';
import { visibleTextOf } from '../page/text';
import { viewerIn } from '../evidence/viewer';
import { threadVotes } from './thread-votes';

/** The thread's own header: its link to the other person, and the links in its title bar. */
const HEADER = 'a.msg-thread__link-to-profile, .msg-title-bar a[href*="/in/"]';
const TITLE = 'h1, h2, h3, [class*="entity-title"]';

/**
 * The one person that the header of a conversation links to, if something else on the page says that the conversation
 * at this address is with that person. LinkedIn changes the address first and may keep the previous conversation on
 * screen, so a header alone proves nothing, however long it stays. Null without a header; not theirs for a group, for
 * the viewer, without evidence, and where any evidence contradicts. Links of
 * two kinds give both ids, if they have a name in common.
 */
export function readThread(document: Document, href: string): GenerationReading | null {
  const links = shown(document, HEADER);
  const people = links.flatMap((link) => identityInLink(link) ?? []);
  if (people.length === 0) return null;
  const slugs = unique(people.map(({ slug }) => slug));
  const ids = unique(people.map(({ memberId }) => memberId));
  const names = unique(links.flatMap(nameIn));
  const [[slug = null], [memberId = null], [name = '']] = [slugs, ids, names];
  const identity = { slug, memberId, salesId: null };
  const isViewer = viewerIn(document);
  const votes = threadVotes(document, href, identity, name, isViewer);
  const isOne =
    [slugs, ids, names].every(({ length }) => length < 2) && (slug === null || memberId === null || name !== '');
  if (!isOne || !votes.includes(true) || votes.includes(false) || isViewer(identity, name)) {
    return { belongs: false };
  }
  return { belongs: true, identity, fields: collect({ name: field(name, 'link') }) };
}

/** A link's heading, or its words where it stands in one; presence and pictures beside it are no name. */
function nameIn(link: Element): readonly string[] {
  const title = first(link, TITLE) ?? (closest(link, TITLE) === null ? null : link);
  const name = visibleTextOf(title);
  return name === '' ? [] : [name];
}
