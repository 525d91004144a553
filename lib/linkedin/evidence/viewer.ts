import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, attribute } from '../page/dom';
import { identityInLink } from '../page/profile-link';
import { clean } from '../page/text';

/** The page itself and the chats that float above it have headers, too, and links to others in them. */
const IN_BAR =
  ':is(nav, header) a[href*="/in/"]:not(:is(main, aside, dialog, [role="dialog"], [class*="msg-overlay"]) *)';

/** Whether two people have the same id, for each kind of id that both have; nothing where they cannot be compared. */
export function sameIds(one: LinkedInIdentity, other: LinkedInIdentity): readonly boolean[] {
  return (['slug', 'memberId'] as const).flatMap((kind) =>
    one[kind] === null || other[kind] === null ? [] : one[kind] === other[kind],
  );
}

export type IsViewer = (identity: LinkedInIdentity, name: string) => boolean;

/**
 * Recognises the person who looks at LinkedIn, as the bar at the top names them. Others have the same name: it decides
 * only where the bar links to no person, or by another kind of id than theirs.
 */
export function viewerIn(document: Document): IsViewer {
  const links = all(document, IN_BAR).flatMap((link) => identityInLink(link) ?? []);
  const names = all(document, 'img.global-nav__me-photo').map((photo) => clean(attribute(photo, 'alt') ?? ''));
  return (identity, name) => {
    const compared = links.flatMap((own) => sameIds(own, identity));
    return compared.length > 0 ? compared.includes(true) : name !== '' && names.includes(name);
  };
}
