import type { AppError, StorageTrouble } from '@/lib/domain/app-error';

const TROUBLES: ReadonlyMap<string, StorageTrouble> = new Map([
  ['QuotaExceededError', 'quota'],
  ['VersionError', 'newer'],
  ['NotFoundError', 'missing'],
  ['TimeoutError', 'blocked'],
]);

/** Names what IndexedDB threw. The name is all that is looked at; messages differ between browsers. */
export function troubleOf(thrown: unknown): AppError {
  const name = typeof thrown === 'object' && thrown !== null && 'name' in thrown ? String(thrown.name) : '';
  return { code: 'storage-unavailable', trouble: TROUBLES.get(name) ?? 'unknown' };
}
