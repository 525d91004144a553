import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty, Evidence, FieldName, ReadField, Reading } from '@/lib/domain/reading';
import { parseUrl } from '../address/follow-address';

export type Fields = Reading['fields'];

/** What one generation's reader found: the page of the address's person, or of another person (for now). */
export type GenerationReading =
  | { readonly belongsToOwner: false }
  | {
      readonly belongsToOwner: true;
      readonly identity: LinkedInIdentity;
      readonly fields: Fields;
      /** Expected fields whose known place is not on the page at all. */
      readonly unexpectedLayout?: readonly FieldName[];
    };

/** A value with its evidence; null when there is no value. */
export function field(value: string | null, evidence: Evidence, certainty: Certainty = 'proven'): ReadField | null {
  return value === null || value === '' ? null : { value, evidence, certainty };
}

/** The fields that have a value. */
export function collect<Name extends FieldName>(found: Readonly<Partial<Record<Name, ReadField | null>>>): Fields {
  const fields: Partial<Record<FieldName, ReadField>> = {};
  for (const name in found) {
    const value = found[name] ?? null;
    if (value !== null) fields[name] = value;
  }
  return fields;
}

/** Fields expected on every profile; owners often leave out the others. */
const EXPECTED = ['name', 'headline', 'position', 'company', 'location'] as const satisfies readonly FieldName[];

export function missingIn(fields: Fields): FieldName[] {
  return EXPECTED.filter((name) => fields[name] === undefined);
}

/** Of the fields that every profile has a place for, those whose place was not found: LinkedIn has changed its page. */
export function unexpectedLayoutIn(places: Readonly<Record<'name' | 'headline' | 'location', unknown>>): FieldName[] {
  const known: Readonly<Partial<Record<FieldName, unknown>>> = places;
  return EXPECTED.filter((name) => known[name] === null);
}

/** A portrait's URL if it is on LinkedIn's image host; null for covers, placeholders and other hosts. */
export function portraitUrl(source: string | null): string | null {
  const url = source === null ? null : parseUrl(source);
  const isImageHost = url?.protocol === 'https:' && url.hostname === 'media.licdn.com' && url.port === '';
  return isImageHost && /\/profile-(?:displayphoto|framedphoto)/u.test(url.pathname) ? url.href : null;
}
