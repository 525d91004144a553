import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Exchange } from '@/lib/domain/logged-request';
import { ok } from '@/lib/domain/result';
import { createExchangeLog, EXCHANGES_KEPT } from './request-log';

let clock = 0;
const log = () => createExchangeLog(() => clock);

function exchange(at: number): Exchange {
  return { method: 'POST', path: '/leads/api/leads/{uuid}', fieldNames: ['name'], status: 200, at };
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  clock = 0;
});

describe('what left this browser', () => {
  test('is there for the worker that starts next, newest first', async () => {
    const before = log();
    for (const at of [1, 3, 2]) await before.note(exchange(at));
    expect(await log().recent()).toEqual(ok([exchange(3), exchange(2), exchange(1)]));
  });

  test('is the last hundred requests, also when many end at once', async () => {
    const many = log();
    await Promise.all(Array.from({ length: EXCHANGES_KEPT + 7 }, (_, at) => many.note(exchange(at))));
    const kept = Array.from({ length: EXCHANGES_KEPT }, (_, n) => exchange(EXCHANGES_KEPT + 6 - n));
    expect(await many.recent()).toEqual(ok(kept));
  });

  test('is nothing after signing out, also not of a request that was still on its way', async () => {
    const mine = log();
    await mine.note(exchange(1));
    clock = 5;
    expect(await mine.erase()).toEqual(ok(null));
    expect(await mine.note(exchange(5))).toEqual(ok(null));
    expect(await indexedDB.databases()).toEqual([]);
    await mine.note(exchange(6));
    expect(await mine.recent()).toEqual(ok([exchange(6)]));
  });

  test('is told without a record that is damaged', async () => {
    const mine = log();
    await mine.note(exchange(1));
    const db = await openDB('exchanges');
    await db.add('exchanges', { path: 7 });
    db.close();
    expect(await mine.recent()).toEqual(ok([exchange(1)]));
  });

  test('cannot be told from a disk that fails, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const trouble = { ok: false, error: { code: 'storage-unavailable', trouble: 'quota' } };
    expect(await log().note(exchange(1))).toEqual(trouble);
    expect(await log().recent()).toEqual(trouble);
  });
});
