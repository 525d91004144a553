import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Notice } from '@/components/ui/Notice';
import { SelectField } from '@/components/ui/SelectField';
import { Skeleton } from '@/components/ui/Skeleton';
import { Switch } from '@/components/ui/Switch';
import { t } from '@/lib/i18n/text';
import { useIsSlow } from '@/lib/ui/page/use-timers';
import type { Choices, Defaults } from '@/lib/ui/setup/use-defaults';
import type { Setting } from '@/lib/ui/worker/use-setting';
import styles from './DefaultsStep.module.css';

const CANCEL_PERIODS_SECONDS = [0, 5, 10, 20] as const;

interface DefaultsStepProps {
  readonly defaults: Defaults;
  /** Opens the form for another key. */
  readonly onReplaceKey: () => void;
}

/** The second step: the defaults of popup and panel. */
export function DefaultsStep({ defaults, onReplaceKey }: DefaultsStepProps) {
  const { lists, senders, listId, senderId, toggles, cancelPeriodSeconds } = defaults;
  const failed = [lists, senders].filter(({ error }) => error !== null);
  const error = failed[0]?.error ?? null;
  const isSlow = useIsSlow(lists.asking || senders.asking);
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
          emptyHint={t('options.defaults.noLists')}
          option={({ name }) => ({ name, disabled: false })}
        />
        <ChoiceField
          choices={senders}
          setting={senderId}
          label={t('options.defaults.sender')}
          hint={t('options.defaults.senderHint')}
          none={t('options.defaults.senderNone')}
          gone={t('options.defaults.senderGone')}
          emptyHint={t('options.defaults.noSenders')}
          option={({ name, canWrite }) => ({
            name: canWrite ? name : t('options.defaults.senderCannotWrite', { name }),
            disabled: !canWrite,
          })}
        />
      </div>
      <p className={styles.waiting} role="status">
        {isSlow ? t('options.defaults.slow') : ''}
      </p>
      {error !== null && (
        <ErrorNotice
          error={error}
          onConnect={onReplaceKey}
          retrying={failed.some(({ asking }) => asking)}
          onRetry={() => {
            failed.forEach(({ retry }) => {
              retry();
            });
          }}
        />
      )}
      {toggles.map(({ name, setting }) => (
        <Switch
          key={name}
          label={t(`options.defaults.${name}`)}
          hint={t(`options.defaults.${name}Hint`)}
          checked={setting.value}
          disabled={!setting.loaded}
          onChange={setting.set}
        />
      ))}
      <SelectField
        label={t('options.defaults.undo')}
        hint={t('options.defaults.undoHint')}
        value={cancelPeriodSeconds.value}
        disabled={!cancelPeriodSeconds.loaded}
        onChange={({ target }) => {
          cancelPeriodSeconds.set(Number(target.value));
        }}
      >
        {CANCEL_PERIODS_SECONDS.map((seconds) => (
          <option key={seconds} value={seconds}>
            {seconds === 0 ? t('options.defaults.undoNone') : t('options.defaults.undoSeconds', { count: seconds })}
          </option>
        ))}
      </SelectField>
      {[listId, senderId, cancelPeriodSeconds, ...toggles.map(({ setting }) => setting)].some(
        (setting) => setting.failed,
      ) && (
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
  /** The option for no choice. */
  readonly none: string;
  /** Shown for a chosen item that no longer exists. */
  readonly gone: string;
  /** Hint when the workspace has no items. */
  readonly emptyHint: string;
  readonly option: (item: T) => { readonly name: string; readonly disabled: boolean };
}

/** Chooses one default among items of the workspace. An earlier choice is kept even if its item is not loaded. */
function ChoiceField<T extends { readonly id: string }>(props: ChoiceFieldProps<T>) {
  const { choices, setting, label, hint, none, gone, emptyHint, option } = props;
  const { items, answered, more, error } = choices;
  if (!setting.loaded || (items === null && error === null)) {
    return <Skeleton lines={[25, 100]} label={t('common.loading')} />;
  }
  const empty = answered && items?.length === 0;
  const known = items?.some(({ id }) => id === setting.value) ?? false;
  const loadedHint = answered || items === null ? hint : t('options.defaults.remembered');
  return (
    <SelectField
      label={label}
      hint={empty ? emptyHint : more ? t('options.defaults.moreLists') : loadedHint}
      value={setting.value ?? ''}
      disabled={items === null || (empty && setting.value === null)}
      onChange={({ target }) => {
        setting.set(target.value === '' ? null : target.value);
      }}
    >
      <option value="">{none}</option>
      {setting.value !== null && !known && (
        <option value={setting.value}>{answered && !more ? gone : t('options.defaults.unknown')}</option>
      )}
      {items?.map((item) => {
        const { name, disabled } = option(item);
        return (
          <option key={item.id} value={item.id} disabled={disabled} dir="auto">
            {name}
          </option>
        );
      })}
    </SelectField>
  );
}
