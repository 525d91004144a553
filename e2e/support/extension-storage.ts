import { memoryStorage, type MemoryStorage } from '../../lib/settings/testing/memory-storage';

let current = memoryStorage();

/**
 * The `chrome` of a test in Node, with storage in memory. The browser's API is looked for once, when it is first
 * imported, so this file is imported before anything of ours.
 */
Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'abcdefghijklmnopabcdefghijklmnop' },
    get storage() {
      return current;
    },
  },
});

/** An empty storage from now on. */
export function freshStorage(): MemoryStorage {
  current = memoryStorage();
  return current;
}
