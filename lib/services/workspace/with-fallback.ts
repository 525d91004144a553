import type { SettingItem } from '@/lib/settings/declare';

/**
 * A stored item whose failures nobody has to meet: caches and what pages paint first. Reading falls back, writing is
 * left out, and the failure is reported.
 */
export function withFallback<T>(item: SettingItem<T>, report: (event: string) => void): SettingItem<T> {
  const quietly = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
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
    setValue: (value) => quietly(() => item.setValue(value)),
    remove: () => quietly(() => item.remove()),
  };
}
