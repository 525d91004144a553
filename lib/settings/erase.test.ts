import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { declare, migrateFrom, registeredItems } from './declare';
import { eraseStorage, type ErasingEvent } from './erase';
import { memoryStorage, type MemoryStorage } from './testing/memory-storage';

let storage: MemoryStorage;

const api = () => storage;
const theme = declare<string>(
  {
    key: 'local:test-theme',
    migrations: [migrateFrom(z.number(), (shade) => `shade ${String(shade)}`)],
    schema: z.string(),
    fallback: '',
    erasedAt: 'never',
  },
  api,
);
const habit = declare<string>({ key: 'local:test-habit', schema: z.string(), fallback: '', erasedAt: 'sign-out' }, api);
const window = declare<string>(
  { key: 'session:test-window', schema: z.string(), fallback: '', erasedAt: 'never' },
  api,
);

beforeEach(() => {
  storage = memoryStorage();
});

/** Stores a document for every registered item, readable where the fallback is, and keys that no item declares. */
async function fillStorage(): Promise<void> {
  for (const { area, name, version, fallback } of registeredItems()) {
    await storage[area].set({ [name]: version === 1 ? fallback : { $version: version, value: fallback } });
  }
  for (const area of ['local', 'session'] as const) {
    await storage[area].set({ 'left out of every list': 'Hello Ana', $version: 1, toString: 'Hello Ana' });
  }
}

const namesIn = (area: 'local' | 'session') => Object.keys(storage.dump(area)).sort();

describe.each<[ErasingEvent, readonly string[]]>([
  ['sign-out', ['never']],
  ['account-switch', ['never', 'sign-out']],
])('erasing at a %s', (event, survivingKinds) => {
  test.each(['local', 'session'] as const)('leaves exactly the items of the %s area that outlive it', async (area) => {
    await fillStorage();
    await eraseStorage(event, storage);
    const survivors = registeredItems().filter(({ erasedAt }) => survivingKinds.includes(erasedAt));
    expect(survivors.length).toBeGreaterThan(0);
    expect(namesIn(area)).toEqual(
      survivors
        .filter((item) => item.area === area)
        .map(({ name }) => name)
        .sort(),
    );
  });
});

test('an item that outlives the event keeps its value', async () => {
  await theme.setValue('dark');
  await habit.setValue('early');
  await window.setValue('wide');
  await eraseStorage('account-switch', storage);
  expect([await theme.getValue(), await habit.getValue(), await window.getValue()]).toEqual(['dark', 'early', 'wide']);
  await eraseStorage('sign-out', storage);
  expect([await theme.getValue(), await habit.getValue(), await window.getValue()]).toEqual(['dark', '', 'wide']);
});

test('an item that outlives the event is written back in its current version', async () => {
  await storage.local.set({ 'test-theme': 7 });
  await eraseStorage('sign-out', storage);
  expect(storage.dump('local')).toEqual({ 'test-theme': { $version: 2, value: 'shade 7' } });
});

test('a value that does not fit its item does not survive under its name', async () => {
  await storage.local.set({ 'test-theme': { $version: 2, value: { account: 'Mara Lind' } } });
  await eraseStorage('sign-out', storage);
  expect(storage.dump('local')).toEqual({});
});

describe('erasing that fails or stops halfway', () => {
  test('clears an area that cannot be read', async () => {
    await fillStorage();
    storage.failReads('local', new Error('disk'));
    await eraseStorage('sign-out', storage);
    expect(storage.dump('local')).toEqual({});
  });

  test('rejects when an area cannot be cleared', async () => {
    storage.failWrites('session', new Error('disk'));
    await expect(eraseStorage('sign-out', storage)).rejects.toThrow('disk');
  });

  test('clears before it writes back, so a crash in between leaves nothing of the account', async () => {
    await fillStorage();
    const crashed = { ...storage.local, set: () => new Promise<never>(() => undefined) };
    void eraseStorage('sign-out', { ...storage, local: crashed });
    await new Promise((resolve) => setTimeout(resolve));
    expect(storage.dump('local')).toEqual({});
  });

  test('counts as done when only the writing back fails: nothing of the account is left', async () => {
    await fillStorage();
    const full = { ...storage.local, set: () => Promise.reject(new Error('quota')) };
    await eraseStorage('sign-out', { ...storage, local: full });
    expect(storage.dump('local')).toEqual({});
  });
});

test('erasing knows every item that any file of this folder declares', () => {
  const known = registeredItems().map(({ key }) => key);
  import.meta.glob(['./*.ts', '!./*.test.ts'], { eager: true });
  expect(registeredItems().map(({ key }) => key)).toEqual(known);
});
