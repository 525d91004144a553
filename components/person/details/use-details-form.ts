import { useCallback, useMemo, useState } from 'react';
import type { Contact } from '@/lib/domain/contact';
import type { Reading } from '@/lib/domain/reading';
import type { AddState } from '@/lib/ui/adding/add-state';
import { useCustomFields } from '@/lib/ui/adding/use-workspace';
import type { FieldKey } from './field-names';
import { type FieldEdit, type FieldEdits, type PersonField, personFields } from './person-fields';
import { refusedFields } from './refused-fields';

/** A field that the user has to look at. A new object for each time. */
export interface Attention {
  readonly field: FieldKey;
}

/** What is sent about the person, as far as the user edits it: the fields, what is wrong with them, and the form's state. */
export function usePopupDetails(reading: Reading | null, contact: Contact | null, add: AddState) {
  const [edits, setEdits] = useState<FieldEdits>({});
  const [wasOpened, setWasOpened] = useState(false);
  const [blocked, setBlocked] = useState<Attention | null>(null);
  const [pressed, setPressed] = useState<readonly PersonField[]>([]);
  const customFields = useCustomFields(wasOpened);
  const custom = customFields.state === 'known' ? customFields.fields : undefined;
  const fields = useMemo(() => personFields(reading, contact, edits, custom), [reading, contact, edits, custom]);

  const error = add.name === 'failed' ? add.error : null;
  const said = useMemo(() => refusedFields(error), [error]);
  const refusal = useMemo((): Attention | null => {
    const field = pressed.find(({ name, send }) => send && said.has(name))?.name;
    return field === undefined ? null : { field };
  }, [pressed, said]);

  const open = useCallback(() => setWasOpened(true), []);

  return {
    fields,
    customFields,
    isEdited: Object.keys(edits).length > 0,
    /** The details are shown, so the custom fields are wanted. */
    open,
    edit: (name: FieldKey, edit: FieldEdit): void => {
      // Typing decides anew whether the field is sent; ticking keeps what was typed.
      setEdits((before) => ({ ...before, [name]: edit.value === undefined ? { ...before[name], ...edit } : edit }));
    },
    /** What is in the way of sending or was refused last. */
    attention: blocked ?? refusal,
    /** Whether the user pressed Add with something wrong: every problem is shown from then on. */
    isChecked: blocked !== null,
    /** Why GetSales refused what still stands in this field; null when it did not, or the value is another one now. */
    refused: ({ name, value, send }: PersonField): string | null => {
      const then = pressed.find((field) => field.name === name);
      return send && then?.send === true && then.value === value ? (said.get(name) ?? null) : null;
    },
    /** Whether all that is ticked may be sent; otherwise the first field that may not asks for attention. */
    check: (): boolean => {
      const wrong = fields.find((field) => field.send && field.problem !== null);
      setBlocked(wrong === undefined ? null : { field: wrong.name });
      if (wrong === undefined) setPressed(fields);
      return wrong === undefined;
    },
  };
}
