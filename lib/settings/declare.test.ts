import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { declare, type SettingItem } from './declare';
import { memoryStorage, type MemoryStorage } from './testing/memory-storage';

let storage: MemoryStorage;
let names: SettingItem<readonly string[]>;

beforeEach(() => {
  storage = memoryStorage();
  names = declare<readonly string[]>({ key: 'local:names', schema: z.array(z.string()), fallback: [] }, () => storage);
});

describe('a stored item', () => {
  test('falls back until it is written, and lies under its bare name', async () => {
    expect(await names.getValue()).toEqual([]);
    await names.setValue(['Mira']);
    expect(await names.getValue()).toEqual(['Mira']);
    expect(storage.dump('local')).toEqual({ names: ['Mira'] });
  });

  test.each([
    ['a number', 7],
    ['an object', { 0: 'Mira' }],
    ['null', null],
    ['rows of another type', ['Mira', 7]],
  ])('counts %s of an older or damaged version as never written', async (_name, value) => {
    await storage.local.set({ names: value });
    expect(await names.getValue()).toEqual([]);
  });

  test('tells every later value, parsed, whoever wrote it, until it is told to stop', async () => {
    const seen: unknown[] = [];
    const stop = names.watch((value) => seen.push(value));
    await names.setValue(['Mira']);
    await storage.local.set({ names: 7, other: 1 });
    await storage.session.set({ names: ['from another area'] });
    await names.remove();
    stop();
    await names.setValue(['Ana']);
    expect(seen).toEqual([['Mira'], [], []]);
  });

  test('is gone without a trace after removing', async () => {
    await names.setValue(['Mira']);
    await names.remove();
    expect(storage.dump('local')).toEqual({});
  });

  test('rejects when the browser cannot write, and what was there stays', async () => {
    await names.setValue(['Mira']);
    storage.failWrites('local', new Error('Resource::kQuotaBytes quota exceeded'));
    await expect(names.setValue(['Ana'])).rejects.toThrow('quota');
    expect(await names.getValue()).toEqual(['Mira']);
  });

  test('is bounded before it is written', async () => {
    const three = declare<readonly string[]>(
      {
        key: 'session:three',
        schema: z.array(z.string()),
        fallback: [],
        bound: (all) => all.slice(0, 3),
      },
      () => storage,
    );
    await three.setValue(['a', 'b', 'c', 'd']);
    expect(storage.dump('session')).toEqual({ three: ['a', 'b', 'c'] });
  });
});
