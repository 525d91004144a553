import { memoryStorage, type MemoryStorage } from '@/lib/settings/testing/memory-storage';
import type { StorageApi } from '@/lib/settings/declare';
import type { Step } from '../steps';
import type { Life } from './life';

const NEVER = new Promise<never>(() => undefined);

let current: StorageApi = memoryStorage();

/**
 * Sets `chrome` in this process. WXT looks for it once, when first imported, so this file must be imported before the
 * product's code.
 */
Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'abcdefghijklmnopabcdefghijklmnop' },
    get storage() {
      return current;
    },
  },
});

/** Makes this storage the extension's storage for the worker's life. */
export function openStorage(storage: MemoryStorage, life: Life): void {
  /** Records steps of a key change. */
  const recorded = async (step: Step | null, task: () => Promise<void>): Promise<void> => {
    if (step !== null && !life.did(step, 'before')) return NEVER;
    if (!life.isAlive()) return;
    await task();
    if (step !== null && !life.did(step, 'after')) return NEVER;
  };
  const area = (name: 'local' | 'session'): StorageApi['local'] => ({
    get: (key) => life.whileAlive(storage[name].get(key)),
    set: (items) => life.whileAlive(recorded(stepOfSetting(items), () => storage[name].set(items))),
    remove: (key) => life.whileAlive(life.isAlive() ? storage[name].remove(key) : Promise.resolve()),
    clear: () => life.whileAlive(recorded(name === 'local' ? 'storage erased' : null, () => storage[name].clear())),
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

/** The step of a key change that this write is. */
function stepOfSetting({ storageOwner }: Readonly<Record<string, unknown>>): Step | null {
  if (typeof storageOwner !== 'object' || storageOwner === null || !('closing' in storageOwner)) return null;
  return storageOwner.closing === true ? 'key closed' : 'owner written';
}
