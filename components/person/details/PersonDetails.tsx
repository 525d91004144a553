import { Button } from '@/components/ui/Button';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import type { CustomFields } from '@/lib/ui/adding/use-custom-fields';
import { useKeptFocus } from '@/lib/ui/page/use-focus-fallback';
import { DetailRow } from './DetailRow';
import { isCustom, type FieldKey } from './field-names';
import styles from './PersonDetails.module.css';
import type { FieldEdit, PersonField } from './person-fields';

interface PersonDetailsProps {
  readonly id: string;
  readonly fields: readonly PersonField[];
  readonly customFields: CustomFields;
  readonly isChecked: boolean;
  readonly refused: (field: PersonField) => string | null;
  readonly onEdit: (name: FieldKey, edit: FieldEdit) => void;
}

/** Every field that may be sent: whether it is, and its text. Typing into a field ticks it. */
export function PersonDetails({ id, fields, customFields, ...rest }: PersonDetailsProps) {
  return (
    <fieldset className={styles.details} id={id}>
      <legend className={styles.legend}>{t('popup.details.legend')}</legend>
      <p className={styles.hint}>{t('popup.details.hint')}</p>
      <Rows {...rest} fields={fields.filter(({ name }) => !isCustom(name))} />
      <OwnFields {...rest} fields={fields.filter(({ name }) => isCustom(name))} customFields={customFields} />
    </fieldset>
  );
}

function Rows({ fields, isChecked, refused, onEdit }: Omit<PersonDetailsProps, 'id' | 'customFields'>) {
  return fields.map((field) => (
    <DetailRow key={field.name} field={field} isChecked={isChecked} refused={refused(field)} onEdit={onEdit} />
  ));
}

/** The workspace's own fields, or why they are not here. */
function OwnFields({ customFields, ...rows }: Omit<PersonDetailsProps, 'id'>) {
  const kept = useKeptFocus();
  return (
    <div className={styles.own} role="group" aria-label={t('popup.custom.legend')} {...kept}>
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
