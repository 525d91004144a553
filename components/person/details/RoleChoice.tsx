import { useId } from 'react';
import type { CurrentRole, Reading } from '@/lib/domain/reading';
import { t } from '@/lib/i18n/text';
import { type FieldEdit, fieldValue, type PersonField } from './person-fields';
import styles from './PersonDetails.module.css';

interface RoleChoiceProps {
  readonly reading: Reading | null;
  readonly fields: readonly PersonField[];
  readonly onEdit: (name: 'position' | 'company', edit: FieldEdit) => void;
}

/** The person's current roles, where the page has several and does not tell which counts. The chosen one is sent. */
export function RoleChoice({ reading, fields, onEdit }: RoleChoiceProps) {
  const id = useId();
  const roles = rolesIn(reading);
  if (roles.length < 2) return null;
  const [position, company] = [fieldValue(fields, 'position'), fieldValue(fields, 'company')];
  const isSent = fields.some(({ name, send }) => name === 'position' && send);
  const shown = roles.findIndex((role) => isSent && role.position === position && (role.company ?? '') === company);
  return (
    <div className={styles.row}>
      <label className={styles.choice} htmlFor={id}>
        {t('popup.details.roles')}
      </label>
      <select
        id={id}
        className={styles.input}
        value={shown}
        onChange={({ target }) => {
          const role = roles[Number(target.value)];
          if (role === undefined) return;
          onEdit('position', { value: role.position, send: true });
          onEdit('company', { value: role.company ?? '', send: true });
        }}
      >
        {shown < 0 && <option value={shown}>{t('popup.details.chooseRole')}</option>}
        {roles.map((role, at) => (
          <option key={at} value={at}>
            {[role.position, role.company].filter((words) => words !== null).join(' · ')}
          </option>
        ))}
      </select>
    </div>
  );
}

function rolesIn(reading: Reading | null): readonly CurrentRole[] {
  const { position, company } = reading?.fields ?? {};
  return position === undefined
    ? []
    : [{ position: position.value, company: company?.value ?? null }, ...(position.otherRoles ?? [])];
}
