import type { LinkedInIdentity, Slug } from '@/lib/domain/identity';
import { asSlug } from '../address/ids';
import { parseIdentity } from '../address/parse-address';
import { attribute } from './dom';

export function hrefOf(link: Element): string {
  return attribute(link, 'href') ?? '';
}

/** The slug in a link to a profile, absolute on LinkedIn or relative; null for any other link. */
export function slugInLink(href: string): Slug | null {
  const segment = /^(?:https:\/\/[a-z]{2,5}\.linkedin\.com)?\/in\/([^/?#]+)/u.exec(href)?.[1];
  return segment === undefined ? null : asSlug(segment);
}

/** The person that a link leads to, absolute on LinkedIn or relative to the root; null for any other link. */
export function identityInLink(link: Element): LinkedInIdentity | null {
  const href = hrefOf(link);
  const parsed = parseIdentity(/^\/(?!\/)/u.test(href) ? `https://www.linkedin.com${href}` : href);
  return parsed.ok ? parsed.value : null;
}
