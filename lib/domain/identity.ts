import * as z from 'zod/mini';

/** Profile address name after `/in/`: percent-decoded once, NFC, lower case. */
export const Slug = z.string().check(z.minLength(1), z.maxLength(200)).brand<'Slug'>();
export type Slug = z.infer<typeof Slug>;

/** `ACoAA…`, 39 characters, case-sensitive (docs/linkedin-pages.md#member-ids). */
export const MemberId = z
  .string()
  .check(z.regex(/^ACoAA[\w-]{34}$/))
  .brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;

/** `ACwAA…`, Sales Navigator's id of a person, 39 characters, case-sensitive. */
export const SalesId = z
  .string()
  .check(z.regex(/^ACwAA[\w-]{34}$/))
  .brand<'SalesId'>();
export type SalesId = z.infer<typeof SalesId>;

/** `AEMAA…`, Recruiter's id of a person, 39 characters, case-sensitive. GetSales does not know these. */
export const RecruiterId = z
  .string()
  .check(z.regex(/^AEMAA[\w-]{34}$/))
  .brand<'RecruiterId'>();
export type RecruiterId = z.infer<typeof RecruiterId>;

/**
 * Who is meant, everywhere a person is meant. Made only by lib/linkedin's parser (or parsed from a message with this
 * schema). At least one of the ids is set; `recruiterId` is there only for people seen in Recruiter.
 */
export const LinkedInIdentity = z
  .object({
    slug: z.nullable(Slug),
    memberId: z.nullable(MemberId),
    salesId: z.nullable(SalesId),
    recruiterId: z.optional(RecruiterId),
  })
  .check(z.refine((id) => isAddressable(id) || id.recruiterId !== undefined));
export type LinkedInIdentity = z.infer<typeof LinkedInIdentity>;

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
