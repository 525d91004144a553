import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Certainty, Evidence, FieldName, ReadField, Reading } from '@/lib/domain/reading';

export type Fields = Reading['fields'];

/** What one generation's reader saw: a page that belongs to the address's person, or one that does not (yet). */
export type GenerationReading =
  | { readonly belongs: false }
  | {
      readonly belongs: true;
      readonly identity: LinkedInIdentity;
      readonly fields: Fields;
      /** Fields whose known place on such a page is not there at all. */
      readonly drift?: readonly FieldName[];
    };

/** A value with its proof, or nothing when there is no value. */
export function field(value: string | null, evidence: Evidence, certainty: Certainty = 'proven'): ReadField | null {
  return value === null || value === '' ? null : { value, evidence, certainty };
}

/** Keeps what was found. */
export function collect(found: Readonly<Partial<Record<FieldName, ReadField | null>>>): Fields {
  const fields: Partial<Record<FieldName, ReadField>> = {};
  for (const name of NAMES) {
    const value = found[name] ?? null;
    if (value !== null) fields[name] = value;
  }
  return fields;
}

const NAMES = [
  'name',
  'firstName',
  'lastName',
  'headline',
  'position',
  'company',
  'location',
  'about',
  'avatar',
] as const satisfies readonly FieldName[];

/** What every profile is expected to show; the rest is often left out by its owner. */
const EXPECTED = ['name', 'headline', 'position', 'company', 'location'] as const satisfies readonly FieldName[];

export function missingIn(fields: Fields): FieldName[] {
  return EXPECTED.filter((name) => fields[name] === undefined);
}

/** What every profile shows, whoever's it is: of these, the ones whose place on the page was not found. */
export function unexpectedLayoutIn(places: Readonly<Record<'name' | 'headline' | 'location', unknown>>): FieldName[] {
  return (['name', 'headline', 'location'] as const).filter((name) => places[name] === null);
}
