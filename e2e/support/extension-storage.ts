import { memoryStorage, type MemoryStorage } from '../../lib/settings/testing/memory-storage';

let current = memoryStorage();

/**
 * Sets `chrome` for tests in Node, with storage in memory. WXT looks for it once, when first imported, so this file must
 * be imported before the product's code.
 */
Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'abcdefghijklmnopabcdefghijklmnop' },
    get storage() {
      return current;
    },
  },
});

/** Replaces the storage with an empty one. */
export function freshStorage(): MemoryStorage {
  current = memoryStorage();
  return current;
}
