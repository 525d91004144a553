import type { LinkedInIdentity } from '@/lib/domain/identity';
import { ok, type Result } from '@/lib/domain/result';
import { parseAddress } from './parse-address';
import type { IdentityRefusal } from './follow-address';

export type { IdentityRefusal } from './follow-address';

/** Who an address names; everything that names nobody is refused by name (address.ts). Pure; never throws. */
export function parseIdentity(address: string): Result<LinkedInIdentity, IdentityRefusal> {
  const parsed = parseAddress(address);
  return parsed.ok ? ok(parsed.value.identity) : parsed;
}

/** The one address of an identity: what is parsed from it is the identity again, by its strongest id. */
export function canonicalUrl({ slug, memberId, salesId, recruiterId }: LinkedInIdentity): string {
  const named = slug ?? memberId;
  if (named !== null) return `https://www.linkedin.com/in/${encodeURIComponent(named)}/`;
  if (salesId !== null) return `https://www.linkedin.com/sales/lead/${salesId}`;
  return `https://www.linkedin.com/talent/profile/${recruiterId ?? ''}`;
}
