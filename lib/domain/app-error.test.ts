import { expect, test } from 'vitest';
import { troubleOf } from './app-error';

test.each<[string, unknown, string]>([
  ['a full disk', new DOMException('', 'QuotaExceededError'), 'quota'],
  ['a database of a newer version', new DOMException('', 'VersionError'), 'newer'],
  ['a missing store', new DOMException('', 'NotFoundError'), 'missing'],
  ['a blocked database', new DOMException('', 'TimeoutError'), 'blocked'],
  ['an extension storage that is full', new Error('Session storage QUOTA_BYTES quota exceeded'), 'quota'],
  ['an aborted transaction', new DOMException('', 'AbortError'), 'unknown'],
  ['a bug', new TypeError('x is not a function'), 'unknown'],
  ['a thrown text', 'quota', 'unknown'],
  ['a thrown object', { name: 'QuotaExceededError', message: '' }, 'unknown'],
  ['nothing', undefined, 'unknown'],
])('%s is a storage trouble', (_name, thrown, trouble) => {
  expect(troubleOf(thrown)).toEqual({ code: 'storage-unavailable', trouble });
});
