import * as z from 'zod/mini';
import { LinkedInIdentity } from './identity';

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

/** Which kind of proof a value rests on, strongest first (linkedin/pages.md 6). */
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

/** `proven`: the page's own evidence ties the value to this person. `inferred`: a suggestion, sent only if ticked. */
export const Certainty = z.enum(['proven', 'inferred']);
export type Certainty = z.infer<typeof Certainty>;

export const ReadField = z.object({
  value: z.string().check(z.minLength(1), z.maxLength(FIELD_MAX_LENGTH)),
  evidence: Evidence,
  certainty: Certainty,
});
export type ReadField = z.infer<typeof ReadField>;

export const PageKind = z.enum(['profile', 'profile-detail', 'sales-lead', 'people', 'walled', 'unsettled', 'other']);
export type PageKind = z.infer<typeof PageKind>;

export const Generation = z.enum(['classic', 'current', 'public', 'sales', 'unknown']);
export type Generation = z.infer<typeof Generation>;

/**
 * What was read off a page: pure data, JSON-safe. `identity` comes from the address and is only enriched with ids that
 * the page proves to belong to the same person. `missing` names fields that were expected here and not found.
 */
export const Reading = z.object({
  kind: PageKind,
  generation: Generation,
  identity: z.nullable(LinkedInIdentity),
  fields: z.partialRecord(z.enum(FIELD_NAMES), ReadField),
  missing: z.array(z.enum(FIELD_NAMES)),
});
export type Reading = z.infer<typeof Reading>;
