import type { LinkedInIdentity } from './identity-schema';

// The schemas are in a file of their own: the popup's first load needs these functions and no zod.
export type { LinkedInIdentity, MemberId, RecruiterId, SalesId, Slug } from './identity-schema';

/** Whether GetSales can look up this person: it accepts slugs, member ids and Sales Navigator ids only. */
export function isAddressable(identity: Pick<LinkedInIdentity, 'slug' | 'memberId' | 'salesId'>): boolean {
  return identity.slug !== null || identity.memberId !== null || identity.salesId !== null;
}

/** One stable string per identity: the key of drafts, caches and coalesced adds. */
export function identityKey(identity: LinkedInIdentity): string {
  if (identity.slug !== null) return `in:${identity.slug}`;
  if (identity.memberId !== null) return `member:${identity.memberId}`;
  if (identity.salesId !== null) return `sales:${identity.salesId}`;
  return `recruiter:${identity.recruiterId ?? ''}`;
}

/** The value of GetSales' universal `linkedin_id` parameter (docs/getsales-api.md#lookup): slug, or else the raw member or sales id. */
export function linkedinReference(identity: LinkedInIdentity): string {
  return identity.slug ?? identity.memberId ?? identity.salesId ?? '';
}

/**
 * Whether two identities provably mean the same person: they share an id, and no kind of id that both have differs. Ids of
 * different kinds never prove it.
 */
export function isSamePerson(a: LinkedInIdentity, b: LinkedInIdentity): boolean {
  const pairs = [
    [a.slug, b.slug],
    [a.memberId, b.memberId],
    [a.salesId, b.salesId],
    [a.recruiterId ?? null, b.recruiterId ?? null],
  ] as const;
  const shared = pairs.filter(([x, y]) => x !== null && y !== null);
  return shared.length > 0 && shared.every(([x, y]) => x === y);
}
