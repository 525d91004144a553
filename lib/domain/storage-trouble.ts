import type { AppError, StorageTrouble } from './app-error';

const TROUBLES: ReadonlyMap<string, StorageTrouble> = new Map([
  ['QuotaExceededError', 'quota'],
  ['VersionError', 'newer'],
  ['NotFoundError', 'missing'],
  ['TimeoutError', 'blocked'],
]);

/**
 * Names what IndexedDB or the extension's storage threw. IndexedDB's errors are told by their name; the extension's
 * storage has no names, its quota is known by the word in the message (docs/browser-facts.md#storage-quota).
 */
export function troubleOf(thrown: unknown): AppError {
  const { name, message } = thrown instanceof Error || thrown instanceof DOMException ? thrown : NAMELESS;
  const trouble = TROUBLES.get(name) ?? (/quota/iu.test(message) ? 'quota' : 'unknown');
  return { code: 'storage-unavailable', trouble };
}

const NAMELESS = { name: '', message: '' };
