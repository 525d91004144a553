import * as z from 'zod/mini';
import { atMost, filledText } from './lengths';
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

/** Maximum length of a value that the reader returns, in UTF-16 units, so that a page cannot flood us. */
export const FIELD_MAX_LENGTH = 4_000;

/** The evidence for a value, strongest first (docs/linkedin-pages.md#extraction). */
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

/** `proven`: the page itself links the value to this person. `inferred`: a suggestion, sent only if ticked. */
export const Certainty = z.enum(['proven', 'inferred']);
export type Certainty = z.infer<typeof Certainty>;

const Value = z.string().check(atMost(FIELD_MAX_LENGTH));

/** One of several current roles. */
const CurrentRole = z.object({ position: Value, company: z.nullable(Value) });
export type CurrentRole = z.infer<typeof CurrentRole>;

/** `otherRoles`: of an inferred position, the other current roles that could be meant. */
export const ReadField = z.object({
  value: filledText(FIELD_MAX_LENGTH),
  evidence: Evidence,
  certainty: Certainty,
  otherRoles: z.optional(z.array(CurrentRole)),
});
export type ReadField = z.infer<typeof ReadField>;

/**
 * The kind of a page. `profile-detail` is a page below a profile, `thread` a conversation with one person, `people` a page
 * with many people, `walled` LinkedIn's log-in or bot wall at a person's address, `unsettled` a person's address whose
 * content is not loaded yet, `other` anything else.
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

/** Maximum number of people in one reading. */
export const PEOPLE_MAX = 500;

/** A person on a page with many people: identified by their own link, with the fields beside it. */
export const PersonOnPage = z.object({ identity: LinkedInIdentity, fields: Fields });
export type PersonOnPage = z.infer<typeof PersonOnPage>;

/**
 * What was read from a page: pure data, JSON-safe. `identity` comes from the address (in a thread, from its one link to the
 * other person), plus ids that the page proves to belong to the same person. `missing` names expected fields that were not
 * found; `unexpectedLayout` those of them that every page of this kind shows, so LinkedIn's layout must have changed. `people` is
 * empty except on a page with many people.
 */
export const Reading = z.object({
  kind: PageKind,
  generation: Generation,
  identity: z.nullable(LinkedInIdentity),
  fields: Fields,
  missing: z.array(z.enum(FIELD_NAMES)),
  unexpectedLayout: z.array(z.enum(FIELD_NAMES)),
  people: z.array(PersonOnPage).check(atMost(PEOPLE_MAX)),
});
export type Reading = z.infer<typeof Reading>;

/**
 * What a reader returns: a reading with the page's address at that moment. The profile reader omits the address, since its
 * identity comes from it.
 */
export const ReadingAt = z.extend(Reading, { href: z.optional(z.string()) });
export type ReadingAt = z.infer<typeof ReadingAt>;
