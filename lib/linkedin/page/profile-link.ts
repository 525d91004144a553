import type { LinkedInIdentity } from '@/lib/domain/identity';
import { attribute } from './dom';
import { parseIdentity } from '../address/identity';

export function hrefOf(link: Element): string {
  return attribute(link, 'href') ?? '';
}

/** Whom a link leads to: LinkedIn's own addresses, whole or from the root on. Null for every other link. */
export function identityInLink(link: Element): LinkedInIdentity | null {
  const href = hrefOf(link);
  const parsed = parseIdentity(/^\/(?!\/)/u.test(href) ? `https://www.linkedin.com${href}` : href);
  return parsed.ok ? parsed.value : null;
}
