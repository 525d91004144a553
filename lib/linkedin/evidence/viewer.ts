import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, attribute } from '../page/dom';
import { identityInLink } from '../page/profile-link';
import { clean } from '../page/text';

/** Links in the bar at the top. Headers in the page and in floating chats link to other people. */
const IN_BAR =
  ':is(nav, header) a[href*="/in/"]:not(:is(main, aside, dialog, [role="dialog"], [class*="msg-overlay"]) *)';

/** Compares each kind of id that both people have; empty when they have none in common. */
export function sameIds(one: LinkedInIdentity, other: LinkedInIdentity): readonly boolean[] {
  return (['slug', 'memberId'] as const).flatMap((kind) =>
    one[kind] === null || other[kind] === null ? [] : one[kind] === other[kind],
  );
}

export type IsViewer = (identity: LinkedInIdentity, name: string) => boolean;

/**
 * Recognises the signed-in user by the bar at the top. Other people can have the same name, so the name decides only where
 * the bar has no link with a comparable id.
 */
export function viewerIn(document: Document): IsViewer {
  const links = all(document, IN_BAR).flatMap((link) => identityInLink(link) ?? []);
  const names = all(document, 'img.global-nav__me-photo').map((photo) => clean(attribute(photo, 'alt') ?? ''));
  return (identity, name) => {
    const compared = links.flatMap((own) => sameIds(own, identity));
    return compared.length > 0 ? compared.includes(true) : name !== '' && names.includes(name);
  };
}
