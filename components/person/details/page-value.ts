import { FIELD_LENGTHS } from '@/lib/domain/contact';
import { splitName } from '@/lib/domain/person-name';
import type { FieldName, ReadField, Reading } from '@/lib/domain/reading';
import type { PersonFieldName } from './field-names';

interface PageValue {
  readonly value: string;
  readonly source: 'page' | 'suggested' | 'typed-name';
  /** Certain enough to be sent without asking. */
  readonly certain: boolean;
}

/** Where on a page a field is read from; the others are on none. */
const READ_AS: Readonly<Partial<Record<PersonFieldName, FieldName>>> = {
  name: 'name',
  firstName: 'firstName',
  lastName: 'lastName',
  headline: 'headline',
  position: 'position',
  company: 'company',
  location: 'location',
  about: 'about',
  avatarUrl: 'avatar',
};

/**
 * What the page gives for a field, or what follows from the name that the user typed in its place: first and last name
 * belong to the name that is shown.
 */
export function pageValue(name: PersonFieldName, reading: Reading | null, typedName: string): PageValue | null {
  const readName = reading?.fields.name;
  const isRetyped = typedName !== '' && typedName !== readName?.value;
  if (isPart(name) && isRetyped) return partOf(name, typedName, 'typed-name') ?? offered(read(name, reading));
  const given = read(name, reading);
  if (given !== null) return given;
  if (!isPart(name) || readName === undefined || hasParts(reading)) return null;
  const part = partOf(name, readName.value, 'page');
  return readName.certainty === 'proven' ? part : offered(part);
}

type Part = 'firstName' | 'lastName';

function isPart(name: PersonFieldName): name is Part {
  return name === 'firstName' || name === 'lastName';
}

function hasParts(reading: Reading | null): boolean {
  return reading?.fields.firstName !== undefined || reading?.fields.lastName !== undefined;
}

function read(name: PersonFieldName, reading: Reading | null): PageValue | null {
  const source = READ_AS[name];
  const found: ReadField | undefined = source === undefined ? undefined : reading?.fields[source];
  if (found === undefined) return null;
  const value = name === 'avatarUrl' || name === 'tags' ? found.value : found.value.slice(0, FIELD_LENGTHS[name]);
  const isProven = found.certainty === 'proven';
  // LinkedIn's links to pictures expire within weeks, so one is only sent if it is asked for.
  return { value, source: isProven ? 'page' : 'suggested', certain: isProven && name !== 'avatarUrl' };
}

function partOf(part: Part, fullName: string, source: 'page' | 'typed-name'): PageValue | null {
  const split = splitName(fullName);
  if (split === null) return null;
  const value = split[part].slice(0, FIELD_LENGTHS[part]);
  return split.certain ? { value, source, certain: true } : { value, source: 'suggested', certain: false };
}

function offered(given: PageValue | null): PageValue | null {
  return given === null ? null : { value: given.value, source: 'suggested', certain: false };
}
