import { collect, field, type GenerationReading } from '../evidence/fields';
import { unique } from '../evidence/owner-match';
import { viewerIn } from '../evidence/viewer';
import { closest, first } from '../page/dom';
import { identityInLink } from '../page/profile-link';
import { visibleTextOf } from '../page/text';
import { shown } from '../page/visible';
import { threadVotes } from './thread-votes';

/** The thread's own header: its link to the other person, and the links in its title bar. */
const HEADER = 'a.msg-thread__link-to-profile, .msg-title-bar a[href*="/in/"]';
const TITLE = 'h1, h2, h3, [class*="entity-title"]';

/**
 * The one person in a conversation's header, if other evidence on the page confirms that the conversation at this address
 * is with them. LinkedIn changes the address first and can keep the previous conversation on screen, so a header alone
 * proves nothing. Null without a header. `belongsToOwner` is false for a group, for the viewer, without evidence, and when
 * any evidence contradicts. Header links with a slug and with a member id give both ids if each has the same name.
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
    [slugs, ids, names].every(({ length }) => length < 2) &&
    (slug === null || memberId === null || links.every((link) => nameIn(link).length > 0));
  if (!isOne || !votes.includes(true) || votes.includes(false) || isViewer(identity, name)) {
    return { belongsToOwner: false };
  }
  return { belongsToOwner: true, identity, fields: collect({ name: field(name, 'link') }) };
}

/** The heading in or around a link; presence and pictures beside it are not part of the name. */
function nameIn(link: Element): readonly string[] {
  const title = first(link, TITLE) ?? (closest(link, TITLE) === null ? null : link);
  const name = visibleTextOf(title);
  return name === '' ? [] : [name];
}
