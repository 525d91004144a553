import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { ok } from '@/lib/domain/result';
import { REQUEST_LOG_DATABASE, createRequestLog } from './request-log';

let clock = 0;
const log = () => createRequestLog(() => clock);

function loggedRequest(at: number): LoggedRequest {
  return { method: 'POST', path: '/leads/api/leads/{uuid}', fieldNames: ['name'], status: 200, at, clockAheadMs: 5 };
}

beforeEach(() => {
  clock = 0;
});

describe('the request log', () => {
  test('survives the worker, and lists the request that ended last first, whatever the clock said', async () => {
    const earlier = log();
    for (const at of [1, 3, 2]) await earlier.add(loggedRequest(at));
    expect(await log().recent()).toEqual(ok([loggedRequest(2), loggedRequest(3), loggedRequest(1)]));
  });

  test('keeps the last hundred requests, also when many end at once', async () => {
    const many = log();
    await Promise.all(Array.from({ length: 107 }, (_, at) => many.add(loggedRequest(at))));
    const kept = Array.from({ length: 100 }, (_, n) => loggedRequest(106 - n));
    expect(await many.recent()).toEqual(ok(kept));
  });

  test('is empty after signing out, also when a request ends later', async () => {
    const requestLog = log();
    await requestLog.add(loggedRequest(1));
    clock = 5;
    expect(await requestLog.erase()).toEqual(ok(null));
    expect(await requestLog.add(loggedRequest(5))).toEqual(ok(null));
    expect(await indexedDB.databases()).toEqual([]);
    await requestLog.add(loggedRequest(6));
    expect(await requestLog.recent()).toEqual(ok([loggedRequest(6)]));
  });

  test('skips a damaged record', async () => {
    const requestLog = log();
    await requestLog.add(loggedRequest(1));
    const db = await openDB(REQUEST_LOG_DATABASE);
    await db.add('requests', { path: 7 });
    db.close();
    expect(await requestLog.recent()).toEqual(ok([loggedRequest(1)]));
  });

  test('reports a disk that fails', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const trouble = { ok: false, error: { code: 'storage-unavailable', trouble: 'quota' } };
    expect(await log().add(loggedRequest(1))).toEqual(trouble);
    expect(await log().recent()).toEqual(trouble);
  });
});
