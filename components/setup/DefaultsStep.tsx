import type { ReactNode } from 'react';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Notice } from '@/components/ui/Notice';
import { SelectField } from '@/components/ui/SelectField';
import { Skeleton } from '@/components/ui/Skeleton';
import { Switch } from '@/components/ui/Switch';
import { t } from '@/lib/i18n/text';
import type { Choices, Defaults } from '@/lib/ui/use-defaults';
import type { Setting } from '@/lib/ui/use-setting';
import styles from './DefaultsStep.module.css';

/** The second step: what the popup and the panel begin with. */
export function DefaultsStep({ defaults }: { readonly defaults: Defaults }) {
  const { lists, senders, listId, senderId, addAsIOpen } = defaults;
  return (
    <>
      <div className={styles.fields}>
        <ChoiceField
          choices={lists}
          setting={listId}
          label={t('options.defaults.list')}
          hint={t('options.defaults.listHint')}
          none={t('options.defaults.listNone')}
          gone={t('options.defaults.listGone')}
          nothing={t('options.defaults.noLists')}
          option={({ name }) => ({ name, disabled: false })}
        />
        <ChoiceField
          choices={senders}
          setting={senderId}
          label={t('options.defaults.sender')}
          hint={t('options.defaults.senderHint')}
          none={t('options.defaults.senderNone')}
          gone={t('options.defaults.senderGone')}
          nothing={t('options.defaults.noSenders')}
          option={({ name, canWrite }) => ({
            name: canWrite ? name : t('options.defaults.senderCannotWrite', { name }),
            disabled: !canWrite,
          })}
        />
      </div>
      <Switch
        label={t('options.defaults.addAsIOpen')}
        hint={t('options.defaults.addAsIOpenHint')}
        checked={addAsIOpen.value}
        disabled={!addAsIOpen.loaded}
        onChange={addAsIOpen.set}
      />
      {[listId, senderId, addAsIOpen].some(({ failed }) => failed) && (
        <Notice tone="bad" title={t('options.defaults.unsaved')} announce="alert">
          {t('options.defaults.unsavedBody')}
        </Notice>
      )}
    </>
  );
}

interface ChoiceFieldProps<T> {
  readonly choices: Choices<T>;
  readonly setting: Setting<string | null>;
  readonly label: string;
  readonly hint: string;
  /** The option of choosing nothing. */
  readonly none: string;
  /** Stands for a chosen thing that GetSales no longer names. */
  readonly gone: string;
  /** Said when the workspace has none. */
  readonly nothing: ReactNode;
  readonly option: (item: T) => { readonly name: string; readonly disabled: boolean };
}

function ChoiceField<T extends { readonly id: string }>(props: ChoiceFieldProps<T>) {
  const { choices, setting, label, hint, none, gone, nothing, option } = props;
  const { items, answered, error, asking, retry } = choices;
  if (!setting.loaded || (items === null && error === null)) {
    return <Skeleton lines={[25, 100]} label={t('common.loading')} />;
  }
  const trouble = error === null ? null : <ErrorNotice error={error} onRetry={retry} retrying={asking} />;
  if (items === null) return trouble;
  if (items.length === 0 && setting.value === null) return <p className={styles.nothing}>{nothing}</p>;
  const known = items.some(({ id }) => id === setting.value);
  return (
    <div className={styles.field}>
      <SelectField
        label={label}
        hint={answered ? hint : t('options.defaults.remembered')}
        value={setting.value ?? ''}
        onChange={({ target }) => {
          setting.set(target.value === '' ? null : target.value);
        }}
      >
        <option value="">{none}</option>
        {setting.value !== null && !known && <option value={setting.value}>{gone}</option>}
        {items.map((item) => {
          const { name, disabled } = option(item);
          return (
            <option key={item.id} value={item.id} disabled={disabled} dir="auto">
              {name}
            </option>
          );
        })}
      </SelectField>
      {trouble}
    </div>
  );
}
