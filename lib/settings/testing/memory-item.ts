import type { SettingItem } from '../declare';

/** A stored item in memory, whose storage fails if the test says so. */
export interface MemoryItem<T> extends SettingItem<T> {
  stored: T;
  isBroken: boolean;
}

export function memoryItem<T>(fallback: T, name = 'item'): MemoryItem<T> {
  const item: MemoryItem<T> = {
    stored: fallback,
    isBroken: false,
    key: `local:${name}`,
    version: 1,
    erasedAt: 'never',
    fallback,
    getValue: () => (item.isBroken ? Promise.reject(new Error('disk')) : Promise.resolve(item.stored)),
    setValue: (value) => {
      if (item.isBroken) return Promise.reject(new Error('disk'));
      item.stored = value;
      return Promise.resolve();
    },
    remove: () => item.setValue(fallback),
    watch: () => () => undefined,
  };
  return item;
}
