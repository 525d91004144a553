import type { LinkedInIdentity } from './identity-schema';

// The schemas are in a file of their own: the popup's first load needs these functions and no zod.
export type { LinkedInIdentity, MemberId, RecruiterId, SalesId, Slug } from './identity-schema';

/** Whether GetSales can be asked about this person: it takes slugs, member ids and Sales Navigator ids, nothing else. */
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

/** The value of GetSales' universal `linkedin_id` parameter (docs/getsales-api.md#lookup): slug, else raw member or sales id. */
export function linkedinReference(identity: LinkedInIdentity): string {
  return identity.slug ?? identity.memberId ?? identity.salesId ?? '';
}

/**
 * Whether two identities are known to mean the same person: some id is equal and none that both carry differs.
 * Different kinds of id alone never prove sameness.
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
