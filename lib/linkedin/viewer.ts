import type { LinkedInIdentity } from '@/lib/domain/identity';
import { all, attribute } from './dom';
import { identityInLink } from './link';
import { clean } from './text';

const BAR = 'nav, header, #global-nav';

/** Tells the person who looks at LinkedIn, whom the bar at the top names, from those they look at. */
export function viewerIn(document: Document): (identity: LinkedInIdentity, name: string) => boolean {
  const links = all(document, BAR)
    .flatMap((bar) => all(bar, 'a[href*="/in/"]'))
    .flatMap((link) => identityInLink(link) ?? []);
  const names = all(document, 'img.global-nav__me-photo').map((photo) => clean(attribute(photo, 'alt') ?? ''));
  return ({ slug, memberId }, name) =>
    (name !== '' && names.includes(name)) ||
    links.some((own) => (slug !== null && own.slug === slug) || (memberId !== null && own.memberId === memberId));
}
