import type { Contact, ContactDraft } from '@/lib/domain/contact';
import type { Reading } from '@/lib/domain/reading';

/** The fields about a person that the popup shows and may send, in the order in which it shows them. */
export const PERSON_FIELDS = ['name', 'firstName', 'lastName', 'headline', 'position', 'company', 'location'] as const;
export type PersonFieldName = (typeof PERSON_FIELDS)[number];

/** Longest value that GetSales' contact takes from us, as in `ContactDraft`. */
export const PERSON_FIELD_MAX_LENGTH: Readonly<Record<PersonFieldName, number>> = {
  name: 400,
  firstName: 200,
  lastName: 200,
  headline: 1_000,
  position: 400,
  company: 400,
  location: 400,
};

/** What the user changed about a field; what is missing stands as read. */
export interface FieldEdit {
  readonly value?: string;
  readonly send?: boolean;
}
export type FieldEdits = Readonly<Partial<Record<PersonFieldName, FieldEdit>>>;

/** Where a shown value comes from. */
export type FieldSource = 'page' | 'suggested' | 'getsales' | 'edited' | 'none';

export interface PersonField {
  readonly name: PersonFieldName;
  readonly value: string;
  readonly source: FieldSource;
  /** Whether it goes to GetSales with the add. */
  readonly send: boolean;
}

/**
 * The person's fields as shown, page before GetSales. Sent is what the page proved, what the user typed, and what the
 * page only suggested if the user ticked it; what GetSales told us is never sent back.
 */
export function personFields(
  reading: Reading | null,
  contact: Contact | null,
  edits: FieldEdits,
): readonly PersonField[] {
  return PERSON_FIELDS.map((name) => {
    const given = givenField(name, reading, contact);
    const { value, send } = edits[name] ?? {};
    if (value === undefined || value === given.value) {
      return { ...given, send: given.value !== '' && given.source !== 'getsales' && (send ?? given.send) };
    }
    return { name, value, source: 'edited', send: value.trim() !== '' && (send ?? true) };
  });
}

function givenField(name: PersonFieldName, reading: Reading | null, contact: Contact | null): PersonField {
  const read = reading?.fields[name];
  if (read !== undefined) {
    const proven = read.certainty === 'proven';
    return {
      name,
      value: read.value.slice(0, PERSON_FIELD_MAX_LENGTH[name]),
      source: proven ? 'page' : 'suggested',
      send: proven,
    };
  }
  const known = contact?.[name] ?? '';
  return { name, value: known, source: known === '' ? 'none' : 'getsales', send: false };
}

/** What is sent about the person: exactly the fields that are shown as sent. */
export function contactDraft(fields: readonly PersonField[]): ContactDraft {
  return Object.fromEntries(fields.filter((field) => field.send).map(({ name, value }) => [name, value.trim()]));
}

/** A field's value by name; empty when nothing is known. */
export function fieldValue(fields: readonly PersonField[], name: PersonFieldName): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}

/** The lines under a person's name. Position is left out where the headline says it already. */
export function personLines(fields: readonly PersonField[]): {
  readonly headline: PersonField | null;
  readonly meta: readonly PersonField[];
} {
  const shown = (name: PersonFieldName): PersonField | null =>
    fields.find((field) => field.name === name && field.value !== '') ?? null;
  const headline = shown('headline');
  const position = shown('position');
  const said =
    headline !== null &&
    position !== null &&
    headline.value.toLocaleLowerCase().includes(position.value.toLocaleLowerCase());
  const meta = [said ? null : position, shown('company'), shown('location')].filter((field) => field !== null);
  return { headline, meta };
}
