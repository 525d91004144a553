import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { declare, migrateFrom, registeredItems, type SettingItem } from './declare';
import { memoryStorage, type MemoryStorage } from './testing/memory-storage';

let storage: MemoryStorage;
const api = () => storage;

const names: SettingItem<readonly string[]> = declare<readonly string[]>(
  { key: 'local:names', schema: z.array(z.string()), fallback: [], erasedAt: 'account-switch' },
  api,
);

/** Version 1 held one name as text, version 2 a list, version 3 a list with the time of the last change. */
const timed = declare<{ readonly names: readonly string[]; readonly at: number | null }>(
  {
    key: 'local:timed',
    migrations: [
      migrateFrom(z.string(), (name) => [name]),
      migrateFrom(z.array(z.string()), (all) => ({ names: all, at: null })),
    ],
    schema: z.object({ names: z.array(z.string()), at: z.nullable(z.number()) }),
    fallback: { names: [], at: null },
    erasedAt: 'sign-out',
  },
  api,
);

const device = declare<string>({ key: 'local:device', schema: z.string(), fallback: '', erasedAt: 'never' }, api);

beforeEach(() => {
  storage = memoryStorage();
});

describe('a stored item', () => {
  test('falls back until it is written, and is stored under its bare name', async () => {
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

  test('reports every later value, parsed, from any writer, until it is stopped', async () => {
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

  test('leaves no trace after removing', async () => {
    await names.setValue(['Mira']);
    await names.remove();
    expect(storage.dump('local')).toEqual({});
  });

  test('rejects when the browser cannot write, and keeps the value before', async () => {
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
        erasedAt: 'account-switch',
        bound: (all) => all.slice(0, 3),
      },
      api,
    );
    await three.setValue(['a', 'b', 'c', 'd']);
    expect(storage.dump('session')).toEqual({ three: ['a', 'b', 'c'] });
  });

  test('that is never erased does not report its disappearance, only its values', async () => {
    await device.setValue('before');
    const seen: unknown[] = [];
    const stop = device.watch((value) => seen.push(value));
    await storage.local.clear();
    await device.setValue('after');
    stop();
    expect(seen).toEqual(['after']);
  });
});

describe('a later version of an item', () => {
  test('is stored with its version', async () => {
    await timed.setValue({ names: ['Mira'], at: 5 });
    expect(storage.dump('local')).toEqual({ timed: { $version: 3, value: { names: ['Mira'], at: 5 } } });
    expect(await timed.getValue()).toEqual({ names: ['Mira'], at: 5 });
  });

  test.each<[string, unknown, readonly string[]]>([
    ['version 1', 'Mira', ['Mira']],
    ['version 2', { $version: 2, value: ['Mira', 'Ana'] }, ['Mira', 'Ana']],
    ['a damaged version 1', 7, []],
    ['a damaged version 2', { $version: 2, value: 'Mira' }, []],
    ['a version of the future', { $version: 4, value: { names: ['Mira'], at: null } }, []],
    ['version 0', { $version: 0, value: 'Mira' }, []],
  ])('reads %s', async (_name, stored, expected) => {
    await storage.local.set({ timed: stored });
    expect(await timed.getValue()).toEqual({ names: expected, at: null });
  });

  test('may be one of any number', async () => {
    const counted = declare<string>(
      {
        key: 'local:counted',
        migrations: Array.from({ length: 4 }, () => migrateFrom(z.string(), (text) => `${text}+`)),
        schema: z.string(),
        fallback: '',
        erasedAt: 'never',
      },
      api,
    );
    expect(counted.version).toBe(5);
    await storage.local.set({ counted: { $version: 2, value: 'two' } });
    expect(await counted.getValue()).toBe('two+++');
  });

  test('reports values that an older version of a page writes', async () => {
    const seen: unknown[] = [];
    const stop = timed.watch((value) => seen.push(value));
    await storage.local.set({ timed: 'Mira' });
    stop();
    expect(seen).toEqual([{ names: ['Mira'], at: null }]);
  });
});

describe('the registry', () => {
  test('knows an item by its declaration', () => {
    expect(registeredItems()).toContainEqual(
      expect.objectContaining({ key: 'local:timed', area: 'local', name: 'timed', version: 3, erasedAt: 'sign-out' }),
    );
  });

  test('refuses a second item under the same key', () => {
    const again = { key: 'local:names', schema: z.string(), fallback: '', erasedAt: 'never' } as const;
    expect(() => declare<string>(again, api)).toThrow('declared twice');
  });

  test('takes no declaration without its erasing', () => {
    // @ts-expect-error -- no `erasedAt`
    declare<string>({ key: 'local:a', schema: z.string(), fallback: '' }, api);
  });
});
