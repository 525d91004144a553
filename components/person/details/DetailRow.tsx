import { useId, useState, type KeyboardEvent } from 'react';
import { classes } from '@/components/ui/classes';
import { t } from '@/lib/i18n/text';
import { tidied } from './field-check';
import { isCustom, type FieldKey } from './field-names';
import { fieldLabel, placeholder, problemWords, sourceWords } from './field-words';
import styles from './PersonDetails.module.css';
import type { FieldEdit, PersonField } from './person-fields';

interface DetailRowProps {
  readonly field: PersonField;
  /** Shows a problem at once, not only after the field was left. */
  readonly isChecked: boolean;
  /** What GetSales said about this value. */
  readonly refused: string | null;
  readonly onEdit: (name: FieldKey, edit: FieldEdit) => void;
}

/** One field: whether it is sent, its text, and what is wrong with it. The text box has the field's key as its name. */
export function DetailRow({ field, isChecked, refused, onEdit }: DetailRowProps) {
  const { name, value, source, send } = field;
  const id = useId();
  const [wasLeft, setWasLeft] = useState(false);
  const label = fieldLabel(name);
  const mark = sourceWords(source);
  const problem = problemAt(field, isChecked || wasLeft, refused);
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
      setWasLeft(true);
      const tidy = tidied(name, value);
      if (source === 'edited' && name === 'companyDomain' && tidy !== value) onEdit(name, { value: tidy, send });
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
        <textarea {...box} rows={1} onKeyDown={addOnModifiedEnter} />
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

/** Only what would be sent can be wrong. */
function problemAt({ send, problem }: PersonField, isShown: boolean, refused: string | null): string | null {
  if (!send) return null;
  if (problem !== null) return isShown ? problemWords(problem) : null;
  return refused === null ? null : t('popup.problem.refused', { message: refused });
}

/** Enter begins a new line in a field of several lines; with Ctrl or ⌘ it adds, as it does elsewhere by itself. */
function addOnModifiedEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
