import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { fromStored } from '@/lib/outbox/stored-entry';
import type { Step } from '../steps';
import type { Life, Moment } from './life';
import { answered, contentsOf, restoreVault, vaultOf, type VaultRecords } from './disk-records';
import type { VirtualTime } from './time';
import { REQUEST_LOG_DATABASE } from '@/lib/outbox/request-log';
import { DATABASE } from '@/lib/outbox/database';

/** Called with an entry after and before a write to the outbox. */
export type Written = (entry: OutboxEntry, before: OutboxEntry | null) => void;

export interface Disk {
  /** Gives a worker access to the disk. Transactions not committed when it dies are lost. */
  readonly open: (life: Life, time: VirtualTime, listener: DiskListener) => void;
  /** The committed entries. */
  readonly entries: () => ReadonlyMap<string, OutboxEntry>;
  /** Whether the vault holds a key. */
  readonly hasKey: () => Promise<boolean>;
  /** Everything on disk, as text by database. */
  readonly contents: () => Promise<ReadonlyMap<string, string>>;
  /** Deletes everything. */
  readonly erase: () => Promise<void>;
  /** Saves a copy of the vault, to be restored by `clean`. */
  readonly saveVault: () => Promise<void>;
  /** Deletes everything but the vault, and restores the saved vault. */
  readonly clean: () => Promise<void>;
}

export interface DiskListener {
  /** An entry is about to be written; false when the worker dies at this point. */
  readonly writing: (entry: OutboxEntry, before: OutboxEntry | null) => boolean;
  readonly written: Written;
  /** Before and after a database is deleted or a key is stored; false when the worker dies at this point. */
  readonly did: (step: Step, moment: Moment) => boolean;
  /** An entry is about to be deleted by itself; false when the worker dies at this point. */
  readonly removing: (entry: OutboxEntry) => boolean;
  readonly removed: (entry: OutboxEntry) => void;
  /** Called with the entries of a deleted database. */
  readonly erased: (entries: readonly OutboxEntry[]) => void;
}

interface WriteListener {
  /** Each is false when the worker dies before it. */
  readonly write: (value: unknown) => boolean;
  readonly remove: (key: unknown) => boolean;
}

const listeners = new WeakMap<IDBTransaction, WriteListener>();

/** Replaces a method that writes. `how` says whether the write goes on; otherwise its request never completes. */
function intercept<P extends object>(
  prototype: P,
  names: readonly (keyof P)[],
  goesOn: (target: P, written: unknown) => boolean,
): void {
  for (const name of names) {
    const original: unknown = prototype[name];
    if (typeof original !== 'function') continue;
    Object.assign(prototype, {
      [name](this: P, ...written: readonly unknown[]): unknown {
        return goesOn(this, written[0]) ? Reflect.apply(original, this, written) : new IDBRequest();
      },
    });
  }
}

function listenerOf(target: IDBObjectStore | IDBCursor): WriteListener | undefined {
  if (target instanceof IDBObjectStore) return listeners.get(target.transaction);
  const { source } = target;
  return listeners.get(source instanceof IDBObjectStore ? source.transaction : source.objectStore.transaction);
}

intercept(IDBObjectStore.prototype, ['put', 'add'], (store, value) => listenerOf(store)?.write(value) ?? true);
intercept(IDBObjectStore.prototype, ['delete'], (store, key) => listenerOf(store)?.remove(key) ?? true);
intercept(IDBCursor.prototype, ['update'], (cursor, value) => listenerOf(cursor)?.write(value) ?? true);
intercept(IDBCursor.prototype, ['delete'], (cursor) => listenerOf(cursor)?.remove(cursor.primaryKey) ?? true);

/** A profile's IndexedDB in memory, for one worker at a time. */
export function createDisk(): Disk {
  const factory = new IDBFactory();
  const entries = new Map<string, OutboxEntry>();
  let savedVault: VaultRecords | null = null;
  let isVaultUnchanged = true;

  function adopt(
    db: IDBDatabase,
    life: Life,
    time: VirtualTime,
    { writing, written, did, removing, removed }: DiskListener,
  ): void {
    const open = new Set<IDBTransaction>();
    const begin = db.transaction.bind(db);
    life.onEnd(() => {
      for (const tx of open) abort(tx);
      db.close();
    });
    Object.assign(db, {
      transaction: (...wanted: Parameters<IDBDatabase['transaction']>): IDBTransaction => {
        const tx = begin(...wanted);
        const done = time.begin();
        const commits: (() => void)[] = [];
        open.add(tx);
        let storesKey = false;
        const write = (value: unknown): boolean => {
          if (life.isAlive() && db.name === 'vault' && isSealed(value)) {
            storesKey = true;
            isVaultUnchanged = false;
            return did('key stored', 'before');
          }
          const entry = life.isAlive() && db.name === DATABASE ? fromStored(value) : null;
          if (entry === null) return life.isAlive();
          commits.push(() => {
            const before = entries.get(entry.id) ?? null;
            entries.set(entry.id, entry);
            if (life.isAlive()) written(entry, before);
          });
          return writing(entry, entries.get(entry.id) ?? null);
        };
        const remove = (key: unknown): boolean => {
          const entry = life.isAlive() && db.name === DATABASE ? entries.get(String(key)) : undefined;
          if (entry === undefined) return life.isAlive();
          commits.push(() => {
            entries.delete(entry.id);
            // Also if the worker was killed at one removed with it: all of the transaction is on disk.
            removed(entry);
          });
          return removing(entry);
        };
        listeners.set(tx, { write, remove });
        const over = (): void => {
          done();
          open.delete(tx);
        };
        tx.addEventListener('complete', () => {
          over();
          if (storesKey && life.isAlive()) did('key stored', 'after');
          for (const commit of commits) commit();
        });
        tx.addEventListener('abort', over);
        for (const type of ['complete', 'abort', 'success', 'error']) tx.addEventListener(type, ifAlive(life), true);
        for (const type of ['complete', 'abort']) tx.addEventListener(type, ifAlive(life));
        return tx;
      },
    });
  }

  return {
    entries: () => entries,
    open(life, time, listener) {
      const asked = (request: IDBOpenDBRequest, onDone: () => void): IDBOpenDBRequest => {
        const done = time.begin();
        for (const type of ['success', 'error']) {
          request.addEventListener(type, done);
          if (type === 'success') request.addEventListener(type, onDone);
          request.addEventListener(type, ifAlive(life));
        }
        return request;
      };
      const facade = {
        open: (name: string, version?: number) => {
          if (!life.isAlive()) return new IDBOpenDBRequest();
          const request = factory.open(name, version);
          return asked(request, () => {
            if (life.isAlive()) adopt(request.result, life, time, listener);
            else request.result.close();
          });
        },
        deleteDatabase: (name: string) => {
          const step = DELETIONS.get(name) ?? null;
          if (!life.isAlive() || (step !== null && !listener.did(step, 'before'))) return new IDBOpenDBRequest();
          if (name === 'vault') isVaultUnchanged = false;
          return asked(factory.deleteDatabase(name), () => {
            if (name === DATABASE) {
              listener.erased([...entries.values()]);
              entries.clear();
            }
            if (step !== null && life.isAlive()) listener.did(step, 'after');
          });
        },
      };
      Object.assign(globalThis, { indexedDB: facade });
    },
    hasKey: async () => (await vaultOf(factory))?.[1] !== undefined,
    contents: () => contentsOf(factory),
    async erase() {
      entries.clear();
      for (const name of [DATABASE, REQUEST_LOG_DATABASE, 'vault']) await answered(factory.deleteDatabase(name));
    },
    async saveVault() {
      savedVault = await vaultOf(factory);
      isVaultUnchanged = true;
    },
    async clean() {
      entries.clear();
      if (!isVaultUnchanged) await restoreVault(factory, savedVault);
      isVaultUnchanged = true;
      for (const name of [DATABASE, REQUEST_LOG_DATABASE]) await answered(factory.deleteDatabase(name));
    },
  };
}

/** The step of a key change that deletes each database. */
const DELETIONS: ReadonlyMap<string, Step> = new Map([
  [DATABASE, 'records erased'],
  ['vault', 'key erased'],
]);

function isSealed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ciphertext' in value;
}

function ifAlive(life: Life): (event: Event) => void {
  return (event) => {
    if (!life.isAlive()) event.stopImmediatePropagation();
  };
}

function abort(tx: IDBTransaction): void {
  try {
    tx.abort();
  } catch {
    // The transaction had already finished.
  }
}
