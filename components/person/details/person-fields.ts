import type { Contact, ContactDraft, CustomField } from '@/lib/domain/contact';
import { tagsIn, type ValueProblem } from '@/lib/domain/contact-values';
import type { Reading } from '@/lib/domain/reading';
import { fieldProblem, tidied } from './field-check';
import { customKey, customName, isCustom, PERSON_FIELDS, type FieldKey, type PersonFieldName } from './field-names';
import { pageValue } from './page-value';

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
