import type { Contact, ContactDraft, CustomField } from '@/lib/domain/contact';
import { FIELD_LENGTHS } from '@/lib/domain/contact-limits';
import { tagsIn, type ValueProblem } from '@/lib/domain/contact-values';
import { splitName } from '@/lib/domain/person-name';
import type { ReadField, Reading } from '@/lib/domain/reading';
import { fieldProblem, valueToSend } from './field-check';
import {
  customKey,
  customName,
  fieldOnPage,
  type FieldKey,
  isCustom,
  PERSON_FIELDS,
  TEXTS_ON_PAGE,
  type PersonFieldName,
} from './field-names';

/** The user's changes to a field; absent properties are unchanged. */
export interface FieldEdit {
  readonly value?: string;
  readonly send?: boolean;
}
export type FieldEdits = Readonly<Partial<Record<FieldKey, FieldEdit>>>;

/** Where a value comes from. `typed-name`: part of a name that the user typed. */
export type FieldSource = 'page' | 'suggested' | 'typed-name' | 'getsales' | 'edited' | 'none';

export interface PersonField {
  readonly name: FieldKey;
  readonly value: string;
  readonly source: FieldSource;
  /** Whether it is sent with the add. */
  readonly send: boolean;
  /** Why the value cannot be sent. */
  readonly problem: ValueProblem | null;
}

/**
 * The person's fields with values from page, GetSales and user, then the workspace's custom fields. Sent are values that the
 * page proved or the user typed, and suggestions that the user ticked. Values from GetSales are never sent back, and a page's
 * value that GetSales would refuse is not ticked.
 */
export function personFields(
  reading: Reading | null,
  contact: Contact | null,
  edits: FieldEdits,
  customFields: readonly CustomField[] = [],
): readonly PersonField[] {
  const typedName = edits.name?.value?.trim() ?? '';
  const standard = PERSON_FIELDS.map((name) =>
    applyEdit(originalField(name, reading, contact, typedName), edits[name]),
  );
  const custom = customFields.map(({ name }) => applyEdit(emptyField(customKey(name)), edits[customKey(name)]));
  return [...standard, ...custom];
}

function applyEdit(given: PersonField, { value, send }: FieldEdit = {}): PersonField {
  if (value === undefined || value === given.value) {
    return { ...given, send: given.value !== '' && given.source !== 'getsales' && (send ?? given.send) };
  }
  const problem = fieldProblem(given.name, value);
  return { name: given.name, value, source: 'edited', send: value.trim() !== '' && (send ?? true), problem };
}

function originalField(
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
  return known === '' ? emptyField(name) : { ...emptyField(name), value: known, source: 'getsales' };
}

function emptyField(name: FieldKey): PersonField {
  return { name, value: '', source: 'none', send: false, problem: null };
}

/** The fields that GetSales' contacts have as well. */
const IN_CONTACTS = [...TEXTS_ON_PAGE, 'workEmail', 'personalEmail'] as const satisfies readonly (PersonFieldName &
  keyof Contact)[];

function knownValue(name: PersonFieldName, contact: Contact | null): string {
  const known = IN_CONTACTS.find((each) => each === name);
  return known === undefined ? '' : (contact?.[known] ?? '');
}

/** The details to send: the ticked fields without a problem. */
export function contactDraft(fields: readonly PersonField[]): ContactDraft {
  const draft: ContactDraft = {};
  const custom = new Map<string, string>();
  for (const { name, value } of fields.filter((field) => field.send && field.problem === null)) {
    if (isCustom(name)) custom.set(customName(name), value.trim());
    else if (name !== 'tags') draft[name] = valueToSend(name, value);
    else if (tagsIn(value).length > 0) draft.tags = [...tagsIn(value)];
  }
  return custom.size === 0 ? draft : { ...draft, customFields: Object.fromEntries(custom) };
}

/** A field's value by name; empty when unknown. */
export function fieldValue(fields: readonly PersonField[], name: PersonFieldName): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}

interface PageValue {
  readonly value: string;
  readonly source: 'page' | 'suggested' | 'typed-name';
  /** Sent without asking the user. */
  readonly certain: boolean;
}

/**
 * The value of a field on the page. First and last name are split from the name the user typed, if they changed it, or from
 * the page's name.
 */
function pageValue(name: PersonFieldName, reading: Reading | null, typedName: string): PageValue | null {
  const readName = reading?.fields.name;
  const isRetyped = typedName !== '' && typedName !== readName?.value;
  if (isPart(name) && isRetyped) return partOf(name, typedName, 'typed-name') ?? asSuggestion(read(name, reading));
  const given = read(name, reading);
  if (given !== null) return given;
  if (!isPart(name) || readName === undefined || hasParts(reading)) return null;
  const part = partOf(name, readName.value, 'page');
  return readName.certainty === 'proven' ? part : asSuggestion(part);
}

type Part = 'firstName' | 'lastName';

function isPart(name: PersonFieldName): name is Part {
  return name === 'firstName' || name === 'lastName';
}

function hasParts(reading: Reading | null): boolean {
  return reading?.fields.firstName !== undefined || reading?.fields.lastName !== undefined;
}

function read(name: PersonFieldName, reading: Reading | null): PageValue | null {
  const source = fieldOnPage(name);
  const found: ReadField | undefined = source === null ? undefined : reading?.fields[source];
  if (found === undefined) return null;
  const value = name === 'avatarUrl' || name === 'tags' ? found.value : found.value.slice(0, FIELD_LENGTHS[name]);
  const isProven = found.certainty === 'proven';
  // LinkedIn's picture links expire within weeks, so they are sent only if the user ticks them.
  return { value, source: isProven ? 'page' : 'suggested', certain: isProven && name !== 'avatarUrl' };
}

function partOf(part: Part, fullName: string, source: 'page' | 'typed-name'): PageValue | null {
  const split = splitName(fullName);
  if (split === null) return null;
  const value = split[part].slice(0, FIELD_LENGTHS[part]);
  return split.certain ? { value, source, certain: true } : { value, source: 'suggested', certain: false };
}

function asSuggestion(given: PageValue | null): PageValue | null {
  return given === null ? null : { value: given.value, source: 'suggested', certain: false };
}
