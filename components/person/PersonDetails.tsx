import { useId } from 'react';
import { t } from '@/lib/i18n/text';
import styles from './PersonDetails.module.css';
import { PERSON_FIELD_MAX_LENGTH, type FieldEdit, type PersonField, type PersonFieldName } from './person-fields';

interface PersonDetailsProps {
  readonly id: string;
  readonly fields: readonly PersonField[];
  readonly onEdit: (name: PersonFieldName, edit: FieldEdit) => void;
}

/** Every field that may be sent: whether it is, and its text. Typing into a field ticks it. */
export function PersonDetails({ id, fields, onEdit }: PersonDetailsProps) {
  return (
    <fieldset className={styles.details} id={id}>
      <legend className={styles.legend}>{t('popup.details.legend')}</legend>
      <p className={styles.hint}>{t('popup.details.hint')}</p>
      {fields.map((field) => (
        <DetailRow key={field.name} field={field} onEdit={onEdit} />
      ))}
    </fieldset>
  );
}

interface DetailRowProps extends Pick<PersonDetailsProps, 'onEdit'> {
  readonly field: PersonField;
}

function DetailRow({ field: { name, value, source, send }, onEdit }: DetailRowProps) {
  const id = useId();
  const mark = sourceWords(source);
  return (
    <div className={styles.row}>
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={t('popup.details.send', { field: t(FIELD_LABELS[name]) })}
        checked={send}
        disabled={value.trim() === '' || source === 'getsales'}
        onChange={(event) => {
          onEdit(name, { send: event.target.checked });
        }}
      />
      <span className={styles.label}>
        <label htmlFor={id}>{t(FIELD_LABELS[name])}</label>
        {mark !== null && (
          <span className={styles.mark} id={`${id}mark`}>
            {mark}
          </span>
        )}
      </span>
      <input
        id={id}
        className={styles.input}
        aria-describedby={mark === null ? undefined : `${id}mark`}
        value={value}
        dir="auto"
        maxLength={PERSON_FIELD_MAX_LENGTH[name]}
        placeholder={t('popup.person.willFill')}
        onChange={(event) => {
          onEdit(name, { value: event.target.value });
        }}
      />
    </div>
  );
}

function sourceWords(source: PersonField['source']): string | null {
  switch (source) {
    case 'suggested':
      return t('popup.person.suggested');
    case 'edited':
      return t('popup.person.edited');
    case 'getsales':
      return t('popup.person.fromGetSales');
    case 'none':
    case 'page':
      return null;
  }
}

const FIELD_LABELS = {
  name: 'popup.field.name',
  firstName: 'popup.field.firstName',
  lastName: 'popup.field.lastName',
  headline: 'popup.field.headline',
  position: 'popup.field.position',
  company: 'popup.field.company',
  location: 'popup.field.location',
} as const satisfies Record<PersonFieldName, string>;
