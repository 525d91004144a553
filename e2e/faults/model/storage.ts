import { memoryStorage, type MemoryStorage } from '@/lib/settings/testing/memory-storage';
import type { StorageApi } from '@/lib/settings/declare';
import type { Life } from './life';

let current: StorageApi = memoryStorage();

/**
 * The `chrome` of this process. The browser's API is looked for once, when it is first imported, so this file is imported
 * before anything of ours.
 */
Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'abcdefghijklmnopabcdefghijklmnop' },
    get storage() {
      return current;
    },
  },
});

/** The extension's storage as this life sees it, from now on. */
export function openStorage(storage: MemoryStorage, life: Life): void {
  const area = (name: 'local' | 'session'): StorageApi['local'] => ({
    get: (key) => life.gate(storage[name].get(key)),
    set: (items) => life.gate(life.isAlive() ? storage[name].set(items) : Promise.resolve()),
    remove: (key) => life.gate(life.isAlive() ? storage[name].remove(key) : Promise.resolve()),
    clear: () => life.gate(life.isAlive() ? storage[name].clear() : Promise.resolve()),
  });
  current = {
    local: area('local'),
    session: area('session'),
    onChanged: {
      addListener: (listener) => {
        storage.onChanged.addListener((changes, name) => {
          if (life.isAlive()) listener(changes, name);
        });
      },
      removeListener: (listener) => {
        storage.onChanged.removeListener(listener);
      },
    },
  };
}
