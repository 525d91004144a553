import * as z from 'zod/mini';

/** Profile address name after `/in/`: percent-decoded once, NFC, lower case. */
export const Slug = z.string().check(z.minLength(1), z.maxLength(200)).brand<'Slug'>();
export type Slug = z.infer<typeof Slug>;

/** `ACoAA…`, 39 characters, case-sensitive (linkedin/pages.md 4.1). */
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

/**
 * Who is meant, everywhere a person is meant. Made only by lib/linkedin's parser (or parsed from a message with this
 * schema). At least one of the three is set.
 */
export const LinkedInIdentity = z
  .object({ slug: z.nullable(Slug), memberId: z.nullable(MemberId), salesId: z.nullable(SalesId) })
  .check(z.refine((id) => id.slug !== null || id.memberId !== null || id.salesId !== null));
export type LinkedInIdentity = z.infer<typeof LinkedInIdentity>;

/** One stable string per identity: the key of drafts, caches and coalesced adds. */
export function identityKey(identity: LinkedInIdentity): string {
  if (identity.slug !== null) return `in:${identity.slug}`;
  if (identity.memberId !== null) return `member:${identity.memberId}`;
  return `sales:${identity.salesId ?? ''}`;
}

/** The value of GetSales' universal `linkedin_id` parameter (getsales-api.md 3.2): slug, else raw member or sales id. */
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
  ] as const;
  const shared = pairs.filter(([x, y]) => x !== null && y !== null);
  return shared.length > 0 && shared.every(([x, y]) => x === y);
}
