import { browser } from 'wxt/browser';
import type { StoredSchema } from './plain-schema';

/** A stored item. What is read is parsed; anything that does not fit its schema counts as never written. */
export interface SettingItem<T> {
  readonly key: `${'local' | 'session'}:${string}`;
  readonly version: number;
  readonly fallback: T;
  /** Rejects only when the browser cannot read its storage at all. */
  getValue(): Promise<T>;
  /** Rejects when the browser cannot write, for example at its quota; nothing is half-written then. */
  setValue(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with every later value, whoever wrote it; returns how to stop. */
  watch(callback: (value: T) => void): () => void;
}

interface Changes {
  readonly [key: string]: { readonly newValue?: unknown };
}

interface ChangeListener {
  (changes: Changes, area: string): void;
}

interface Area {
  get(key: string): Promise<Readonly<Record<string, unknown>>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}

/** The browser's storage, as far as it is used here. */
export interface StorageApi {
  readonly local: Area;
  readonly session: Area;
  readonly onChanged: { addListener(listener: ChangeListener): void; removeListener(listener: ChangeListener): void };
}

interface Declaration<T> {
  readonly key: SettingItem<T>['key'];
  readonly schema: StoredSchema<T>;
  readonly fallback: T;
  /** Applied to every value before it is written. */
  readonly bound?: (value: T) => T;
}

/**
 * Erases every stored item. Clears instead of removing: what is removed stays readable in the store's log on disk, what
 * is cleared does not (docs/browser-facts.md#erasing-storage).
 */
export async function eraseStorage(api: StorageApi = browser.storage): Promise<void> {
  await Promise.all([api.local.clear(), api.session.clear()]);
}

/**
 * Declares one stored item. It lies under its bare name, and a name without a mark is version 1; a later version brings a
 * mark and a migration, with example documents. The storage is looked up at each use: nothing is read by importing.
 */
export function declare<T>(declaration: Declaration<T>, api: () => StorageApi = () => browser.storage): SettingItem<T> {
  const { key, schema, fallback, bound } = declaration;
  const areaName = key.startsWith('session:') ? 'session' : 'local';
  const name = key.slice(areaName.length + 1);
  const parse = (stored: unknown): T => {
    const parsed = schema.safeParse(stored);
    return parsed.success ? parsed.data : fallback;
  };
  return {
    key,
    version: 1,
    fallback,
    getValue: async () => parse((await api()[areaName].get(name))[name]),
    setValue: (value) => api()[areaName].set({ [name]: bound === undefined ? value : bound(value) }),
    remove: () => api()[areaName].remove(name),
    watch: (callback) => {
      const listener: ChangeListener = (changes, area) => {
        const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
        if (area === areaName && change !== undefined) callback(parse(change.newValue));
      };
      const { onChanged } = api();
      onChanged.addListener(listener);
      return () => {
        onChanged.removeListener(listener);
      };
    },
  };
}
