import type { SettingItem } from '@/lib/settings/declare';

/** A stored item that may fail, such as a cache: reading falls back, writing is skipped, and the failure is reported. */
export function withFallback<T>(item: SettingItem<T>, report: (event: string) => void): SettingItem<T> {
  const reportFailure = async (write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } catch {
      report('settings-unwritten');
    }
  };
  return {
    ...item,
    getValue: async () => {
      try {
        return await item.getValue();
      } catch {
        report('settings-unread');
        return item.fallback;
      }
    },
    setValue: (value) => reportFailure(() => item.setValue(value)),
    remove: () => reportFailure(() => item.remove()),
  };
}

/** A stored item of one account: writing is skipped once the account's key is closed. */
export function writableUntil<T>(closed: AbortSignal, item: SettingItem<T>): SettingItem<T> {
  return {
    ...item,
    setValue: (value) => (closed.aborted ? Promise.resolve() : item.setValue(value)),
  };
}
