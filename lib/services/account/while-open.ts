import type { SettingItem } from '@/lib/settings/declare';

/** A stored item of an account: it takes no value once the account's key is closed. */
export function whileOpen<T>(item: SettingItem<T>, closed: AbortSignal): SettingItem<T> {
  return {
    ...item,
    setValue: (value) => (closed.aborted ? Promise.resolve() : item.setValue(value)),
  };
}
