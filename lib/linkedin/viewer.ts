import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, attribute, closest } from './dom';
import { identityInLink } from './link';
import { clean } from './text';

const IN_BAR = ':is(nav, header) a[href*="/in/"]';
/** The page itself and the chats that float above it have headers, and links to others in them. */
const NO_BAR = 'main, aside, dialog, [role="dialog"], [class*="msg-overlay"]';

/**
 * Tells the person who looks at LinkedIn, whom the bar at the top names, from those they look at. Others have the same
 * name: it decides only where the bar links to nobody, or by another kind of id than theirs.
 */
export function viewerIn(document: Document): (identity: LinkedInIdentity, name: string) => boolean {
  const links = all(document, IN_BAR)
    .filter((link) => closest(link, NO_BAR) === null)
    .flatMap((link) => identityInLink(link) ?? []);
  const names = all(document, 'img.global-nav__me-photo').map((photo) => clean(attribute(photo, 'alt') ?? ''));
  return ({ slug, memberId }, name) => {
    const told = links.flatMap((own) => [
      ...(slug === null || own.slug === null ? [] : [own.slug === slug]),
      ...(memberId === null || own.memberId === null ? [] : [own.memberId === memberId]),
    ]);
    return told.length > 0 ? told.includes(true) : name !== '' && names.includes(name);
  };
}
