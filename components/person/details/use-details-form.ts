import { useCallback, useMemo, useState } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import type { Contact } from '@/lib/domain/contact';
import type { Reading } from '@/lib/domain/reading';
import type { AddState } from '@/lib/ui/adding/add-state';
import { useCustomFields } from '@/lib/ui/adding/use-workspace';
import { customKey, type FieldKey, type PersonFieldName } from './field-names';
import { type FieldEdit, type FieldEdits, type PersonField, personFields } from './person-fields';

/** A field that needs the user's attention. A new object each time. */
interface Attention {
  readonly field: FieldKey;
}

/** The form of the person's details: its fields, their problems, and whether it was opened or checked. */
export function useDetailsForm(reading: Reading | null, contact: Contact | null, add: AddState) {
  const [edits, setEdits] = useState<FieldEdits>({});
  const [wasOpened, setWasOpened] = useState(false);
  const [blocked, setBlocked] = useState<Attention | null>(null);
  const [sentFields, setSentFields] = useState<readonly PersonField[]>([]);
  const customFields = useCustomFields(wasOpened);
  const custom = customFields.state === 'known' ? customFields.fields : undefined;
  const fields = useMemo(() => personFields(reading, contact, edits, custom), [reading, contact, edits, custom]);

  const error = add.name === 'failed' ? add.error : null;
  const refusals = useMemo(() => refusedFields(error), [error]);
  const refusedField = useMemo((): Attention | null => {
    const field = sentFields.find(({ name, send }) => send && refusals.has(name))?.name;
    return field === undefined ? null : { field };
  }, [sentFields, refusals]);

  const open = useCallback(() => setWasOpened(true), []);

  return {
    fields,
    customFields,
    isEdited: Object.keys(edits).length > 0,
    /** Call when the details are shown; loads the custom fields. */
    open,
    edit: (name: FieldKey, edit: FieldEdit): void => {
      // Typing resets the checkbox; ticking keeps the typed text.
      setEdits((before) => ({ ...before, [name]: edit.value === undefined ? { ...before[name], ...edit } : edit }));
    },
    /** The first field that blocks sending, or that GetSales refused. */
    attention: blocked ?? refusedField,
    /** Whether the user pressed Add with a problem; all problems are shown from then on. */
    isChecked: blocked !== null,
    /** Why GetSales refused the current value of this field; null if it did not. */
    refused: ({ name, value, send }: PersonField): string | null => {
      const sentField = sentFields.find((field) => field.name === name);
      return send && sentField?.send === true && sentField.value === value ? (refusals.get(name) ?? null) : null;
    },
    /** Whether all ticked fields can be sent; if not, the first one that cannot needs attention. */
    check: (): boolean => {
      const invalid = fields.find((field) => field.send && field.problem !== null);
      setBlocked(invalid === undefined ? null : { field: invalid.name });
      if (invalid === undefined) setSentFields(fields);
      return invalid === undefined;
    },
  };
}

/** Our fields by their names in GetSales' contact input, which its refusals use. */
const BY_WIRE_NAME: ReadonlyMap<string, PersonFieldName> = new Map([
  ['name', 'name'],
  ['first_name', 'firstName'],
  ['last_name', 'lastName'],
  ['headline', 'headline'],
  ['position', 'position'],
  ['company_name', 'company'],
  ['domain', 'companyDomain'],
  ['raw_address', 'location'],
  ['work_email', 'workEmail'],
  ['email', 'workEmail'],
  ['personal_email', 'personalEmail'],
  ['work_phone_number', 'workPhone'],
  ['personal_phone_number', 'personalPhone'],
  ['about', 'about'],
  ['avatar', 'avatarUrl'],
  ['avatar_url', 'avatarUrl'],
  ['tags', 'tags'],
]);

/** The message for each field that GetSales refused. Refusals of other fields are left out. */
export function refusedFields(error: AppError | null): ReadonlyMap<FieldKey, string> {
  const refused = new Map<FieldKey, string>();
  for (const { field, message } of error?.code === 'refused' ? error.problems : []) {
    const key = keyOf(field);
    if (key !== null && message !== '' && !refused.has(key)) refused.set(key, message);
  }
  return refused;
}

/** `work_email`, `lead.work_email`, `leads.0.work_email`, `tags.1`, `custom_fields.Gender`. */
function keyOf(wireName: string): FieldKey | null {
  const path = wireName.replace(/^(?:lead|leads\.\d+)\./u, '');
  const custom = /^custom_fields\.(.+)$/u.exec(path)?.[1];
  if (custom !== undefined) return customKey(custom);
  return BY_WIRE_NAME.get(path.replace(/\.\d+$/u, '')) ?? null;
}
