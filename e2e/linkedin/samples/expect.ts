import type { Certainty, Evidence, FieldName, Generation, PageKind } from '@/lib/domain/reading';
import { portrait } from '../pages/markup';
import type { Person } from './cast/person';
import type { ExpectedField, ExpectedIdentity, ExpectedReading } from './sample';

type Fields = ExpectedReading['fields'];

/** A value that the page links to its person. */
export function proven(value: string, evidence: Evidence): ExpectedField {
  return { value, evidence, certainty: 'proven' };
}

/** A value that the page only suggests. */
export function inferred(value: string, evidence: Evidence): ExpectedField {
  return { value, evidence, certainty: 'inferred' };
}

export function identityOf({ slug, memberId }: Person): ExpectedIdentity {
  return { slug, memberId, salesId: null };
}

/** The identity from an address that has only the slug. */
export function bySlug({ slug }: Person): ExpectedIdentity {
  return { slug, memberId: null, salesId: null };
}

/** First and last name split from the shown name: proven for two plain words, inferred for other names that can be split. */
export function split(firstName: string, lastName: string, certainty: Certainty = 'proven'): Fields {
  return {
    firstName: { value: firstName, evidence: 'split', certainty },
    lastName: { value: lastName, evidence: 'split', certainty },
  };
}

/** First and last name from LinkedIn's own data. */
export function apart({ firstName, lastName }: Person, evidence: 'island' | 'meta'): Fields {
  return {
    ...(firstName === '' ? {} : { firstName: proven(firstName, evidence) }),
    ...(lastName === '' ? {} : { lastName: proven(lastName, evidence) }),
  };
}

/** The fields of a complete classic page. */
export function classicFields(person: Person): Fields {
  return {
    name: proven(person.name, 'heading'),
    ...apart(person, 'island'),
    headline: proven(person.headline, 'attribute'),
    position: proven(person.position, 'structure'),
    company: proven(person.company, 'badge'),
    location: proven(person.location, 'structure'),
    about: proven(person.about, 'structure'),
    avatar: proven(portrait(person.slug), 'attribute'),
  };
}

/** The fields of a complete page of the current generation, without first and last name. */
export function currentFields(person: Person): Fields {
  return {
    name: proven(person.name, 'heading'),
    headline: proven(person.headline, 'structure'),
    position: proven(person.position, 'structure'),
    company: proven(person.company, 'badge'),
    location: proven(person.location, 'structure'),
    about: proven(person.about, 'card-key'),
    avatar: proven(portrait(person.slug), 'structure'),
  };
}

/** The fields of a complete public page. */
export function publicFields(person: Person): Fields {
  return {
    name: proven(person.name, 'heading'),
    ...apart(person, 'meta'),
    headline: proven(person.headline, 'structure'),
    position: proven(person.position, 'structure'),
    company: proven(person.company, 'badge'),
    location: proven(person.location, 'structure'),
    about: proven(person.about, 'structure'),
    avatar: proven(portrait(person.slug), 'meta'),
  };
}

/** The same fields without some. */
export function without(fields: Fields, ...names: readonly FieldName[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.every((gone) => gone !== name)));
}

/** The same person with other work. */
export function withWork(fields: Fields, { position, company }: Work): Fields {
  return {
    ...without(fields, 'position', 'company'),
    ...(position === null ? {} : { position }),
    ...(company === null ? {} : { company }),
  };
}

interface Work {
  readonly position: ExpectedField | null;
  readonly company: ExpectedField | null;
}

const EXPECTED = ['name', 'headline', 'position', 'company', 'location'] as const satisfies readonly FieldName[];

/** The reading of a settled profile. Five fields are listed as missing when they are. */
export function profile(
  generation: Generation,
  identity: ExpectedIdentity,
  fields: Fields,
  unexpectedLayout: readonly FieldName[] = [],
): ExpectedReading {
  const missing = EXPECTED.filter((name) => fields[name] === undefined);
  return { kind: 'profile', generation, identity, fields, missing, unexpectedLayout, people: [] };
}

/** The reading of a person's address whose page shows another person, or none. */
export function unsettled(identity: ExpectedIdentity, generation: Generation = 'unknown'): ExpectedReading {
  return { kind: 'unsettled', generation, identity, fields: {}, missing: EXPECTED, unexpectedLayout: [], people: [] };
}

/** The reading of a page from which nothing is read. */
export function nothing(kind: PageKind, identity: ExpectedIdentity | null): ExpectedReading {
  return { kind, generation: 'unknown', identity, fields: {}, missing: [], unexpectedLayout: [], people: [] };
}
