import { TextField } from '@/components/ui/TextField';
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
        <div key={field.name} className={styles.row}>
          <input
            type="checkbox"
            className={styles.tick}
            aria-label={t('popup.details.send', { field: t(FIELD_LABELS[field.name]) })}
            checked={field.send}
            disabled={field.value.trim() === '' || field.source === 'getsales'}
            onChange={(event) => {
              onEdit(field.name, { send: event.target.checked });
            }}
          />
          <TextField
            label={
              <>
                {t(FIELD_LABELS[field.name])}
                <SourceMark source={field.source} />
              </>
            }
            value={field.value}
            dir="auto"
            maxLength={PERSON_FIELD_MAX_LENGTH[field.name]}
            onChange={(event) => {
              onEdit(field.name, { value: event.target.value });
            }}
          />
        </div>
      ))}
    </fieldset>
  );
}

function SourceMark({ source }: { readonly source: PersonField['source'] }) {
  const words = sourceWords(source);
  return words === null ? null : <span className={styles.mark}>{words}</span>;
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
      return t('popup.person.willFill');
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
