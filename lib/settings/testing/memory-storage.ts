import type { StorageApi } from '../declare';

type Stored = Record<string, unknown>;
type Listener = Parameters<StorageApi['onChanged']['addListener']>[0];

export interface MemoryStorage extends StorageApi {
  /** The contents of an area. */
  readonly dump: (area: 'local' | 'session') => Readonly<Stored>;
  /** From now on every write to this area rejects with this; null writes again. */
  readonly failWrites: (area: 'local' | 'session', thrown: unknown) => void;
  readonly failReads: (area: 'local' | 'session', thrown: unknown) => void;
}

/** The browser's storage in memory: copies values, reports changes, and can fail per area. */
export function memoryStorage(): MemoryStorage {
  const listeners = new Set<Listener>();
  const areas = { local: createArea('local'), session: createArea('session') };

  function createArea(name: 'local' | 'session') {
    let stored: Stored = {};
    let broken: { readonly reads: unknown; readonly writes: unknown } = { reads: null, writes: null };
    const put = (key: string, value: unknown): void => {
      if (JSON.stringify(stored[key]) === JSON.stringify(value)) return;
      stored = { ...stored, [key]: value };
      for (const listener of listeners) listener({ [key]: { newValue: value } }, name);
    };
    return {
      get: (key: string) =>
        broken.reads === null
          ? Promise.resolve(key in stored ? { [key]: structuredClone(stored[key]) } : {})
          : rejected(broken.reads),
      set: (items: Stored) => {
        if (broken.writes !== null) return rejected(broken.writes);
        for (const [key, value] of Object.entries(items)) put(key, structuredClone(value));
        return Promise.resolve();
      },
      remove: (key: string) => {
        if (broken.writes !== null) return rejected(broken.writes);
        put(key, undefined);
        const { [key]: _gone, ...others } = stored;
        stored = others;
        return Promise.resolve();
      },
      clear: () => {
        if (broken.writes !== null) return rejected(broken.writes);
        for (const key of Object.keys(stored)) put(key, undefined);
        stored = {};
        return Promise.resolve();
      },
      dump: () => stored,
      fail: (change: Partial<typeof broken>) => {
        broken = { ...broken, ...change };
      },
    };
  }

  return {
    ...areas,
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
    dump: (area) => areas[area].dump(),
    failWrites: (area, thrown) => {
      areas[area].fail({ writes: thrown });
    },
    failReads: (area, thrown) => {
      areas[area].fail({ reads: thrown });
    },
  };
}

function rejected(thrown: unknown): Promise<never> {
  return Promise.reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
}
