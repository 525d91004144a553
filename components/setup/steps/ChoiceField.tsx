import { SelectField } from '@/components/ui/SelectField';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/lib/i18n/text';
import type { Choices } from '@/lib/ui/setup/use-defaults';
import type { Setting } from '@/lib/ui/worker/use-setting';

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
  readonly nothing: string;
  readonly option: (item: T) => { readonly name: string; readonly disabled: boolean };
}

/** One default to choose among things of the workspace. What was chosen before is never dropped, whatever is known now. */
export function ChoiceField<T extends { readonly id: string }>(props: ChoiceFieldProps<T>) {
  const { choices, setting, label, hint, none, gone, nothing, option } = props;
  const { items, answered, error } = choices;
  if (!setting.loaded || (items === null && error === null)) {
    return <Skeleton lines={[25, 100]} label={t('common.loading')} />;
  }
  const empty = answered && items?.length === 0;
  const known = items?.some(({ id }) => id === setting.value) ?? false;
  return (
    <SelectField
      label={label}
      hint={empty ? nothing : answered || items === null ? hint : t('options.defaults.remembered')}
      value={setting.value ?? ''}
      disabled={items === null || (empty && setting.value === null)}
      onChange={({ target }) => {
        setting.set(target.value === '' ? null : target.value);
      }}
    >
      <option value="">{none}</option>
      {setting.value !== null && !known && (
        <option value={setting.value}>{answered ? gone : t('options.defaults.unknown')}</option>
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
