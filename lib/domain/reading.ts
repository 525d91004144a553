import * as z from 'zod/mini';
import { LinkedInIdentity } from './identity-schema';

export const FIELD_NAMES = [
  'name',
  'firstName',
  'lastName',
  'headline',
  'position',
  'company',
  'location',
  'about',
  'avatar',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** Longest value that the reader lets through, in UTF-16 units; the page cannot make us carry more. */
export const FIELD_MAX_LENGTH = 4_000;

/** Which kind of proof a value rests on, strongest first (docs/linkedin-pages.md#extraction). */
export const Evidence = z.enum([
  'url',
  'card-key',
  'attribute',
  'link',
  'heading',
  'badge',
  'structure',
  'island',
  'meta',
  'json-ld',
  'title',
  'split',
]);
export type Evidence = z.infer<typeof Evidence>;

/** `proven`: the page's own evidence connections the value to this person. `inferred`: a suggestion, sent only if ticked. */
export const Certainty = z.enum(['proven', 'inferred']);
export type Certainty = z.infer<typeof Certainty>;

export const ReadField = z.object({
  value: z.string().check(z.minLength(1), z.maxLength(FIELD_MAX_LENGTH)),
  evidence: Evidence,
  certainty: Certainty,
});
export type ReadField = z.infer<typeof ReadField>;

/**
 * What a page is. `profile-detail` is a page below a profile, `thread` a conversation with one person, `people` a page
 * of many, `walled` LinkedIn's log-in or bot wall at a person's address, `unsettled` a person's address whose content
 * has not come yet, `other` anything else.
 */
export const PageKind = z.enum([
  'profile',
  'profile-detail',
  'sales-lead',
  'recruiter',
  'thread',
  'people',
  'walled',
  'unsettled',
  'other',
]);
export type PageKind = z.infer<typeof PageKind>;

export const Generation = z.enum(['classic', 'current', 'public', 'sales', 'recruiter', 'unknown']);
export type Generation = z.infer<typeof Generation>;

const Fields = z.partialRecord(z.enum(FIELD_NAMES), ReadField);

/** Most people that one reading of a page of many carries. */
export const PEOPLE_MAX = 500;

/** One of the people on a page of many: who it is by their own link, and what stands beside it. */
export const PersonOnPage = z.object({ identity: LinkedInIdentity, fields: Fields });
export type PersonOnPage = z.infer<typeof PersonOnPage>;

/**
 * What was read off a page: pure data, JSON-safe. `identity` comes from the address (of a thread: from its one link to
 * the other person) and is only enriched with ids that the page proves to belong to the same person. `missing` names
 * fields that were expected here and not found; `drift` those of them that every page of this kind shows, so that
 * LinkedIn must have changed. `people` is empty but on a page of many.
 */
export const Reading = z.object({
  kind: PageKind,
  generation: Generation,
  identity: z.nullable(LinkedInIdentity),
  fields: Fields,
  missing: z.array(z.enum(FIELD_NAMES)),
  drift: z.array(z.enum(FIELD_NAMES)),
  people: z.array(PersonOnPage).check(z.maxLength(PEOPLE_MAX)),
});
export type Reading = z.infer<typeof Reading>;

/**
 * What a reader hands back: a reading with the page's address at the moment it was made. The reader of profiles leaves
 * that out, since there the identity itself comes from the address.
 */
export const ReadingAt = z.extend(Reading, { href: z.optional(z.string()) });
export type ReadingAt = z.infer<typeof ReadingAt>;
