import type { LinkedInIdentity } from '@/lib/domain/identity';
import { collect, field, type GenerationReading } from '../../evidence/fields';
import { type NameHeading, titleName } from '../../evidence/name-heading';
import { workOf } from '../../evidence/roles';
import { all, first, isAfter } from '../../page/dom';
import { hrefOf, slugInLink } from '../../page/profile-link';
import { visibleTextOf } from '../../page/text';
import { ELSEWHERE, hasText, isHidden, shown } from '../../page/visible';
import { currentRoles as classicRoles } from '../classic/work';
import { currentRoles } from '../current/work';

/** The page's own part: beside it, and in dialogs over it, are other people. */
const MAIN = 'main, [role="main"]';

/**
 * Reads a page below a profile: its activity, or a list of its details. Such pages have no top card; their title is
 * `Activity | Name | LinkedIn` in the user's language. Null when the page is about another person, or nothing on it ties
 * the title to the person in the address.
 */
export function readDetail(document: Document, identity: LinkedInIdentity, href: string): GenerationReading | null {
  const title = titleName(document);
  const links = all(document, `:is(${MAIN}) a[href*="/in/"]:not(:is(${ELSEWHERE}) *)`).filter(
    (link) => slugInLink(hrefOf(link)) !== null,
  );
  const own = links.filter((link) => slugInLink(hrefOf(link)) === identity.slug);
  if (own.length === 0 || title === null) return null;
  // The page begins with a link back to the profile, which shows whose it is.
  const [back] = links[0] === own[0] ? own : [];
  const name = nameIn(title, own) ?? (back === undefined ? null : nameBeside(document, title, back));
  if (name === null) return null;
  const isWork = back !== undefined && /\/details\/experience(?:[/?#]|$)/iu.test(href);
  return {
    belongsToOwner: true,
    identity,
    fields: collect({ name, ...(isWork && workIn(document)) }),
  };
}

/** The end of the title that a link to the profile itself repeats, or the title's beginning if it ends with the page's label. */
function nameIn(title: string, links: readonly Element[]): NameHeading['name'] {
  const texts = links
    .filter((link) => /\/in\/[^/?#]+\/?(?:[?#]|$)/u.test(hrefOf(link)))
    .flatMap((link) => [link, ...all(link, 'p, span, div, h2, h3')])
    .filter((place) => !isHidden(place))
    .map(visibleTextOf)
    .filter((text) => text !== '');
  const name =
    texts.find((text) => ` | ${title}`.endsWith(` | ${text}`)) ?? texts.find((text) => title.startsWith(`${text} | `));
  return field(name ?? null, 'link');
}

/** The title's text after the page's own heading, below the link back. Titles come before the content, so the name is not sure. */
function nameBeside(document: Document, title: string, back: Element): NameHeading['name'] {
  const headings = shown(document, `:is(${MAIN}) :is(h1, h2)`).filter((heading) => isAfter(back, heading));
  const heading = headings.map(visibleTextOf).find((text) => title.startsWith(`${text} | `));
  return heading === undefined ? null : field(title.slice(heading.length + ' | '.length), 'title', 'inferred');
}

/** Company and position, unsure: the address says that this is a list of jobs, and it can change before the list. */
function workIn(document: Document) {
  const [list] = all(document, MAIN).filter((part) => hasText(part) && !isHidden(part));
  if (list === undefined || first(list, '[data-field^="education"]') !== null) return {};
  const roles = [...classicRoles(list), ...currentRoles(list)];
  return workOf(null, roles, null, { evidence: 'structure', certainty: 'inferred' });
}
