import { beforeEach, describe, expect, test } from 'vitest';
import { AccountId } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { memoryItem } from '@/lib/settings/testing/memory-item';
import type { Remembered } from '@/lib/settings/worker-items';
import { createAnswerCache, createMemoryCache } from './cached-answers';

const START = Date.UTC(2026, 10, 23, 12);
const TTL = 1_000;
let now: number;

beforeEach(() => {
  now = START;
});

describe('stored answers', () => {
  const account = maraAccount.id;
  const remembered = (value: string, asOf = START) => ({ account, value, asOf: new Date(asOf).toISOString() });

  /** A cache, and a service that answers with these in turn. */
  function cacheWith(...answers: readonly Result<string>[]) {
    const left = [...answers];
    const item = memoryItem<Remembered<string> | null>(null);
    const get = createAnswerCache(account, () => now);
    return {
      item,
      left,
      get: (ttlMs = TTL, of = item) => get(of, ttlMs, () => Promise.resolve(left.shift() ?? err({ code: 'offline' }))),
    };
  }

  test('are stored with their account and time, and used until they are too old', async () => {
    const { item, get } = cacheWith(ok('first'), ok('second'));
    expect(await get()).toEqual(ok(remembered('first')));
    expect(item.stored).toEqual(remembered('first'));
    now += TTL - 1;
    expect(await get()).toEqual(ok(remembered('first')));
    now += 1;
    expect(await get()).toEqual(ok(remembered('second', START + TTL)));
  });

  test.each([
    ['from another account', { ...remembered('old'), account: AccountId.parse('another') }],
    ['from the future', remembered('old', START + 1)],
    ['without a readable time', { ...remembered('old'), asOf: 'yesterday' }],
  ])('are not used when they are %s', async (_name, stored) => {
    const { item, get } = cacheWith(ok('new'));
    item.stored = stored;
    expect(await get()).toEqual(ok(remembered('new')));
  });

  test('are not used with an age of 0', async () => {
    const { get } = cacheWith(ok('first'), ok('second'));
    await get();
    expect(await get(0)).toEqual(ok(remembered('second')));
  });

  test('stay when a request fails, which is requested again the next time', async () => {
    const { item, get } = cacheWith(ok('first'), err({ code: 'offline' }), ok('second'));
    await get();
    expect(await get(0)).toEqual(err({ code: 'offline' }));
    expect(item.stored).toEqual(remembered('first'));
    expect(await get(0)).toEqual(ok(remembered('second')));
  });

  test('are requested once at a time per item', async () => {
    const { get, left } = cacheWith(ok('first'), ok('second'), ok('third'));
    const other = memoryItem<Remembered<string> | null>(null, 'other');
    const answers = await Promise.all([get(0), get(0), get(0, other)]);
    expect(answers).toEqual([ok(remembered('first')), ok(remembered('first')), ok(remembered('second'))]);
    expect(left).toEqual([ok('third')]);
  });
});

describe('answers in memory', () => {
  test('are used until they are too old, by key', () => {
    const cache = createMemoryCache<string>(TTL, () => now);
    expect(cache.get('a')).toBeNull();
    cache.beginRequest('a')('answer');
    now += TTL - 1;
    expect([cache.get('a'), cache.get('b')]).toEqual(['answer', null]);
    now += 1;
    expect(cache.get('a')).toBeNull();
    now = START - 1;
    expect(cache.get('a')).toBeNull();
  });

  test('are dated when they arrive', () => {
    const cache = createMemoryCache<string>(TTL, () => now);
    const store = cache.beginRequest('a');
    now += TTL;
    store('answer');
    expect(cache.get('a')).toBe('answer');
  });

  test('are forgotten when the cache is cleared, also those that were requested before', () => {
    const cache = createMemoryCache<string>(TTL, () => now);
    const late = cache.beginRequest('b');
    cache.beginRequest('a')('answer');
    cache.clear();
    late('answer');
    expect([cache.get('a'), cache.get('b')]).toEqual([null, null]);
  });
});
