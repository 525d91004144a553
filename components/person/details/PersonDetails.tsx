import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { classes } from '@/components/ui/classes';
import type { Reading } from '@/lib/domain/reading';
import { t } from '@/lib/i18n/text';
import type { CustomFields } from '@/lib/ui/adding/use-workspace';
import { errorWords } from '@/lib/ui/page/error-words';
import { useFocusFallback } from '@/lib/ui/page/use-focus-fallback';
import styles from './PersonDetails.module.css';
import { valueToSend } from './field-check';
import { type FieldKey, isCustom } from './field-names';
import { fieldLabel, placeholder, problemWords, sourceWords } from './field-words';
import type { FieldEdit, PersonField } from './person-fields';
import { RoleChoice } from './RoleChoice';

interface PersonDetailsProps {
  readonly id: string;
  readonly reading: Reading | null;
  readonly fields: readonly PersonField[];
  readonly customFields: CustomFields;
  readonly isChecked: boolean;
  readonly refused: (field: PersonField) => string | null;
  readonly onEdit: (name: FieldKey, edit: FieldEdit) => void;
}

/** Every field that can be sent, with a checkbox and its text. Typing into a field ticks it. */
export function PersonDetails({ id, reading, fields, customFields, ...rest }: PersonDetailsProps) {
  return (
    <fieldset className={styles.details} id={id}>
      <legend className={styles.legend}>{t('popup.details.legend')}</legend>
      <p className={styles.hint}>{t('popup.details.hint')}</p>
      <RoleChoice reading={reading} fields={fields} onEdit={rest.onEdit} />
      <Rows {...rest} fields={fields.filter(({ name }) => !isCustom(name))} />
      <CustomFieldRows {...rest} fields={fields.filter(({ name }) => isCustom(name))} customFields={customFields} />
    </fieldset>
  );
}

function Rows({ fields, isChecked, refused, onEdit }: Omit<PersonDetailsProps, 'id' | 'reading' | 'customFields'>) {
  return fields.map((field) => (
    <DetailRow key={field.name} field={field} isChecked={isChecked} refused={refused(field)} onEdit={onEdit} />
  ));
}

/** The workspace's custom fields, or why they are missing. */
function CustomFieldRows({ customFields, ...rows }: Omit<PersonDetailsProps, 'id' | 'reading'>) {
  const focusFallback = useFocusFallback();
  return (
    <div className={styles.own} role="group" aria-label={t('popup.custom.legend')} {...focusFallback}>
      <p className={styles.legend} aria-hidden="true">
        {t('popup.custom.legend')}
      </p>
      {customFields.state === 'loading' && (
        <p className={styles.hint} role="status">
          {t('popup.custom.loading')}
        </p>
      )}
      {customFields.state === 'failed' && (
        <p className={styles.hint} role="alert">
          {t('popup.custom.failed', { reason: errorWords(customFields.error).title })}{' '}
          <Button look="quiet" busy={customFields.retrying} onClick={customFields.retry}>
            {t('common.retry')}
          </Button>
        </p>
      )}
      {customFields.state === 'known' && customFields.fields.length === 0 && (
        <p className={styles.hint}>{t('popup.custom.none')}</p>
      )}
      <Rows {...rows} />
    </div>
  );
}

interface DetailRowProps {
  readonly field: PersonField;
  /** Shows a problem at once instead of after the field loses focus. */
  readonly isChecked: boolean;
  /** Why GetSales refused this value. */
  readonly refused: string | null;
  readonly onEdit: (name: FieldKey, edit: FieldEdit) => void;
}

/** One field: its checkbox, its text, and what is wrong with it. The text box has the field's key as its name. */
function DetailRow({ field, isChecked, refused, onEdit }: DetailRowProps) {
  const { name, value, source, send } = field;
  const id = useId();
  const [hasLostFocus, setHasLostFocus] = useState(false);
  const label = fieldLabel(name);
  const mark = sourceWords(source);
  const problem = problemAt(field, isChecked || hasLostFocus, refused);
  const described = [mark !== null && `${id}mark`, problem !== null && `${id}problem`].filter(Boolean).join(' ');
  const box = {
    id,
    name,
    value,
    dir: 'auto',
    autoComplete: 'off',
    className: styles.input,
    placeholder: placeholder(name),
    'aria-invalid': problem !== null || undefined,
    'aria-describedby': described === '' ? undefined : described,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      onEdit(name, { value: event.target.value });
    },
    onBlur: () => {
      setHasLostFocus(true);
      const normalised = valueToSend(name, value);
      if (source === 'edited' && name === 'companyDomain' && normalised !== value)
        onEdit(name, { value: normalised, send });
    },
  } as const;
  return (
    <div className={classes(styles.row, isCustom(name) && styles.stacked)}>
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={t('popup.details.send', { field: label })}
        checked={send}
        disabled={value.trim() === '' || source === 'getsales'}
        onChange={(event) => {
          onEdit(name, { send: event.target.checked });
        }}
      />
      <span className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {mark !== null && (
          <span className={styles.mark} id={`${id}mark`}>
            {mark}
          </span>
        )}
      </span>
      {isCustom(name) || name === 'about' ? (
        <textarea {...box} rows={1} onKeyDown={submitOnModifiedEnter} />
      ) : (
        <input {...box} spellCheck={false} />
      )}
      {problem !== null && (
        <p className={styles.problem} id={`${id}problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** The problem to show; a field that is not sent has none. */
function problemAt({ send, problem }: PersonField, isShown: boolean, refused: string | null): string | null {
  if (!send) return null;
  if (problem !== null) return isShown ? problemWords(problem) : null;
  return refused === null ? null : t('popup.problem.refused', { message: refused });
}

/** In a field of several lines, Enter starts a new line and Ctrl or ⌘ with Enter submits the form. */
function submitOnModifiedEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
