import * as z from 'zod/mini';
import { filledText } from './lengths';

/** Profile address name after `/in/`: percent-decoded once, NFC, lower case. */
export const Slug = filledText(200).brand<'Slug'>();
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
 * Identifies a person everywhere. Created only by lib/linkedin's parser, or parsed from a message with this schema. At least
 * one id is set; `recruiterId` only for people seen in Recruiter.
 */
export const LinkedInIdentity = z
  .object({
    slug: z.nullable(Slug),
    memberId: z.nullable(MemberId),
    salesId: z.nullable(SalesId),
    recruiterId: z.optional(RecruiterId),
  })
  .check(z.refine((id) => [id.slug, id.memberId, id.salesId, id.recruiterId ?? null].some((each) => each !== null)));
export type LinkedInIdentity = z.infer<typeof LinkedInIdentity>;
