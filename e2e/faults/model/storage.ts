import { memoryStorage, type MemoryStorage } from '@/lib/settings/testing/memory-storage';
import type { StorageApi } from '@/lib/settings/declare';
import type { Step } from '../steps';
import type { Life } from './life';

const NEVER = new Promise<never>(() => undefined);

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
  /** What is a step of a change of the key is noted as one. */
  const noted = async (step: Step | null, act: () => Promise<void>): Promise<void> => {
    if (step !== null && !life.did(step, 'before')) return NEVER;
    if (!life.isAlive()) return;
    await act();
    if (step !== null && !life.did(step, 'after')) return NEVER;
  };
  const area = (name: 'local' | 'session'): StorageApi['local'] => ({
    get: (key) => life.gate(storage[name].get(key)),
    set: (items) => life.gate(noted(stepOfSetting(items), () => storage[name].set(items))),
    remove: (key) => life.gate(life.isAlive() ? storage[name].remove(key) : Promise.resolve()),
    clear: () => life.gate(noted(name === 'local' ? 'storage erased' : null, () => storage[name].clear())),
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

/** Which step of a change of the key this write is. */
function stepOfSetting({ storageOwner }: Readonly<Record<string, unknown>>): Step | null {
  if (typeof storageOwner !== 'object' || storageOwner === null || !('closing' in storageOwner)) return null;
  return storageOwner.closing === true ? 'key closed' : 'owner written';
}
