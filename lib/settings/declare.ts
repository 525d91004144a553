import { browser } from 'wxt/browser';

/**
 * When an item is erased. `account-switch`: it belongs to an account, so both a switch to another account and a sign-out
 * erase it. `sign-out`: only a sign-out erases it. `never`: it belongs to the device and holds nothing of an account.
 */
export type ErasedAt = 'account-switch' | 'sign-out' | 'never';

/** A stored item. Reads are parsed; a value that does not fit the schema counts as never written. */
export interface SettingItem<T> {
  readonly key: `${'local' | 'session'}:${string}`;
  readonly version: number;
  readonly erasedAt: ErasedAt;
  readonly fallback: T;
  /** Rejects only when the browser cannot read its storage at all. */
  getValue(): Promise<T>;
  /** Rejects when the browser cannot write, for example at its quota; nothing is half-written then. */
  setValue(value: T): Promise<void>;
  remove(): Promise<void>;
  /**
   * Calls back with every later value, written by any page or the worker; returns how to stop. An item that is never erased
   * does not report its disappearance: erasing clears the area and writes the item back at once.
   */
  watch(callback: (value: T) => void): () => void;
}

/** A registered item as the eraser and the tests see it. */
export interface RegisteredItem extends Pick<SettingItem<unknown>, 'key' | 'version' | 'erasedAt' | 'fallback'> {
  readonly area: 'local' | 'session';
  /** Name in its storage area. */
  readonly name: string;
  /** The stored document brought to the current version; null when it does not fit. */
  readonly upgrade: (stored: unknown) => { readonly document: unknown } | null;
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

/** The part of the browser's storage API in use. */
export interface StorageApi {
  readonly local: Area;
  readonly session: Area;
  readonly onChanged: { addListener(listener: ChangeListener): void; removeListener(listener: ChangeListener): void };
}

/** What `declare` needs of a schema. Every zod schema fits. */
export interface StoredSchema<T> {
  safeParse(stored: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/** Turns a stored value of one version into one of the next version. Pure; anything unfit becomes undefined. */
export type Migration = (stored: unknown) => unknown;

interface Declaration<T> {
  readonly key: SettingItem<T>['key'];
  readonly schema: StoredSchema<T>;
  readonly fallback: T;
  readonly erasedAt: ErasedAt;
  /** The first leads from version 1 to 2, and so on: an item has one version more than migrations. None means version 1. */
  readonly migrations?: readonly Migration[];
  /** Applied to every value before it is written. */
  readonly bound?: (value: T) => T;
}

const registry = new Map<string, RegisteredItem>();

/** Every item declared so far. */
export function registeredItems(): readonly RegisteredItem[] {
  return [...registry.values()];
}

/**
 * Declares one stored item and registers it for erasing. Version 1 is stored as the bare value, a later one as
 * `{ $version, value }`. The storage is looked up at each use, so importing a declaration reads nothing.
 *
 * @throws when another item has the same key
 */
export function declare<T>(declaration: Declaration<T>, api: () => StorageApi = () => browser.storage): SettingItem<T> {
  const { key, schema, fallback, erasedAt, migrations = [], bound } = declaration;
  const version = migrations.length + 1;
  const area = key.startsWith('session:') ? 'session' : 'local';
  const name = key.slice(area.length + 1);

  const document = (value: T): unknown => (version === 1 ? value : { $version: version, value });
  const read = (stored: unknown) => {
    const marked = isMarked(stored) ? stored : { $version: 1, value: stored };
    const outdated = marked.$version > version ? null : migrations.slice(marked.$version - 1);
    return outdated === null ? null : schema.safeParse(outdated.reduce((value, next) => next(value), marked.value));
  };
  const parse = (stored: unknown): T => {
    const parsed = read(stored);
    return parsed?.success === true ? parsed.data : fallback;
  };
  const upgrade = (stored: unknown) => {
    const parsed = read(stored);
    return parsed?.success === true ? { document: document(parsed.data) } : null;
  };

  if (registry.has(key)) throw new Error(`${key} is declared twice`);
  registry.set(key, { key, area, name, version, erasedAt, fallback, upgrade });

  return {
    key,
    version,
    erasedAt,
    fallback,
    getValue: async () => parse((await api()[area].get(name))[name]),
    setValue: (value) => api()[area].set({ [name]: document(bound === undefined ? value : bound(value)) }),
    remove: () => api()[area].remove(name),
    watch: (callback) => {
      const listener: ChangeListener = (changes, changedArea) => {
        const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
        if (changedArea !== area || change === undefined) return;
        if (change.newValue === undefined && erasedAt === 'never') return;
        callback(parse(change.newValue));
      };
      const { onChanged } = api();
      onChanged.addListener(listener);
      return () => {
        onChanged.removeListener(listener);
      };
    },
  };
}

/** A migration from values of this schema. */
export function migrateFrom<T>(schema: StoredSchema<T>, toNext: (value: T) => unknown): Migration {
  return (stored) => {
    const parsed = schema.safeParse(stored);
    return parsed.success ? toNext(parsed.data) : undefined;
  };
}

/** A schema without zod, for items that are read before zod is loaded. */
export function schemaOf<T>(fits: (stored: unknown) => stored is T): StoredSchema<T> {
  return { safeParse: (stored) => (fits(stored) ? { success: true, data: stored } : { success: false }) };
}

function isMarked(stored: unknown): stored is { readonly $version: number; readonly value: unknown } {
  if (typeof stored !== 'object' || stored === null || !('$version' in stored) || !('value' in stored)) return false;
  return Number.isInteger(stored.$version) && Number(stored.$version) >= 1;
}
