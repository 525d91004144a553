import { type Contact, type ContactDraft, type CustomField, FIELD_LENGTHS } from '@/lib/domain/contact';
import { tagsIn, type ValueProblem } from '@/lib/domain/contact-values';
import { splitName } from '@/lib/domain/person-name';
import type { FieldName, ReadField, Reading } from '@/lib/domain/reading';
import { fieldProblem, tidied } from './field-check';
import { customKey, customName, type FieldKey, isCustom, PERSON_FIELDS, type PersonFieldName } from './field-names';

/** What the user changed about a field; what is missing stands as read. */
export interface FieldEdit {
  readonly value?: string;
  readonly send?: boolean;
}
export type FieldEdits = Readonly<Partial<Record<FieldKey, FieldEdit>>>;

/** Where a shown value comes from. `typed-name`: a part of the name that the user typed. */
export type FieldSource = 'page' | 'suggested' | 'typed-name' | 'getsales' | 'edited' | 'none';

export interface PersonField {
  readonly name: FieldKey;
  readonly value: string;
  readonly source: FieldSource;
  /** Whether it goes to GetSales with the add. */
  readonly send: boolean;
  /** Why the value cannot be sent as it is. */
  readonly problem: ValueProblem | null;
}

/**
 * The person's fields as shown, page before GetSales, then the workspace's custom fields. Sent is what the page proved,
 * what the user typed, and what the page only suggested if the user ticked it. What GetSales answered is never sent back,
 * and a page's value that GetSales could not take is only offered.
 */
export function personFields(
  reading: Reading | null,
  contact: Contact | null,
  edits: FieldEdits,
  customFields: readonly CustomField[] = [],
): readonly PersonField[] {
  const typedName = edits.name?.value?.trim() ?? '';
  const own = PERSON_FIELDS.map((name) => withEdit(givenField(name, reading, contact, typedName), edits[name]));
  const custom = customFields.map(({ name }) => withEdit(nothing(customKey(name)), edits[customKey(name)]));
  return [...own, ...custom];
}

function withEdit(given: PersonField, { value, send }: FieldEdit = {}): PersonField {
  if (value === undefined || value === given.value) {
    return { ...given, send: given.value !== '' && given.source !== 'getsales' && (send ?? given.send) };
  }
  const problem = fieldProblem(given.name, value);
  return { name: given.name, value, source: 'edited', send: value.trim() !== '' && (send ?? true), problem };
}

function givenField(
  name: PersonFieldName,
  reading: Reading | null,
  contact: Contact | null,
  typedName: string,
): PersonField {
  const given = pageValue(name, reading, typedName);
  if (given !== null) {
    const problem = fieldProblem(name, given.value);
    return { name, value: given.value, source: given.source, send: given.certain && problem === null, problem };
  }
  const known = knownValue(name, contact);
  return known === '' ? nothing(name) : { ...nothing(name), value: known, source: 'getsales' };
}

function nothing(name: FieldKey): PersonField {
  return { name, value: '', source: 'none', send: false, problem: null };
}

/** The fields that GetSales' answers hold as well. */
const IN_ANSWERS = [
  'name',
  'firstName',
  'lastName',
  'headline',
  'position',
  'company',
  'location',
  'about',
  'workEmail',
  'personalEmail',
] as const satisfies readonly (PersonFieldName & keyof Contact)[];

function knownValue(name: PersonFieldName, contact: Contact | null): string {
  const answered = IN_ANSWERS.find((each) => each === name);
  return answered === undefined ? '' : (contact?.[answered] ?? '');
}

/** What is sent about the person: exactly the fields that are shown as sent and have no problem. */
export function contactDraft(fields: readonly PersonField[]): ContactDraft {
  const draft: ContactDraft = {};
  const custom = new Map<string, string>();
  for (const { name, value } of fields.filter((field) => field.send && field.problem === null)) {
    if (isCustom(name)) custom.set(customName(name), value.trim());
    else if (name !== 'tags') draft[name] = tidied(name, value);
    else if (tagsIn(value).length > 0) draft.tags = [...tagsIn(value)];
  }
  return custom.size === 0 ? draft : { ...draft, customFields: Object.fromEntries(custom) };
}

/** A field's value by name; empty when nothing is known. */
export function fieldValue(fields: readonly PersonField[], name: PersonFieldName): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}

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
