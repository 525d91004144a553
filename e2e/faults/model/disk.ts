import 'fake-indexeddb/auto';
import { Buffer } from 'node:buffer';
import { IDBFactory } from 'fake-indexeddb';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { fromStored } from '@/lib/outbox/stored-entry';
import type { Step } from '../steps';
import type { Life, Moment } from './life';
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
  /** Called with the deleted entries. */
  readonly erased: (entries: readonly OutboxEntry[]) => void;
}

const writeListeners = new WeakMap<IDBTransaction, (value: unknown) => boolean>();
const { put, add } = IDBObjectStore.prototype;
Object.assign(IDBObjectStore.prototype, { put: intercepted(put), add: intercepted(add) });

function intercepted(write: typeof put): typeof put {
  return function (this: IDBObjectStore, ...written) {
    const goesOn = writeListeners.get(this.transaction)?.(written[0]) ?? true;
    // A request that never completes: the worker is dead.
    return goesOn ? Reflect.apply(write, this, written) : new IDBRequest();
  };
}

/** A profile's IndexedDB in memory, for one worker at a time. */
export function createDisk(): Disk {
  const factory = new IDBFactory();
  const entries = new Map<string, OutboxEntry>();
  let savedVault: VaultRecords | null = null;
  let isVaultUnchanged = true;

  function adopt(db: IDBDatabase, life: Life, time: VirtualTime, { writing, written, did }: DiskListener): void {
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
        const commits: OutboxEntry[] = [];
        open.add(tx);
        let storesKey = false;
        writeListeners.set(tx, (value) => {
          if (life.isAlive() && db.name === 'vault' && isSealed(value)) {
            storesKey = true;
            isVaultUnchanged = false;
            return did('key stored', 'before');
          }
          const entry = life.isAlive() && db.name === DATABASE ? fromStored(value) : null;
          if (entry === null) return life.isAlive();
          commits.push(entry);
          return writing(entry, entries.get(entry.id) ?? null);
        });
        const over = (): void => {
          done();
          open.delete(tx);
        };
        tx.addEventListener('complete', () => {
          over();
          if (storesKey && life.isAlive()) did('key stored', 'after');
          for (const entry of commits) {
            const before = entries.get(entry.id) ?? null;
            entries.set(entry.id, entry);
            if (life.isAlive()) written(entry, before);
          }
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

/** Device key and sealed key. */
type VaultRecords = readonly [unknown, unknown];
const VAULT_STORES = ['device', 'sealed'] as const;
const VAULT_KEYS = ['device', 'apiKey'] as const;

/** Null without a vault. */
async function vaultOf(factory: IDBFactory): Promise<VaultRecords | null> {
  if (!(await factory.databases()).some(({ name }) => name === 'vault')) return null;
  const db = await answered(factory.open('vault'));
  const tx = db.transaction(VAULT_STORES);
  const [device, sealed] = await Promise.all(
    VAULT_STORES.map((store, index) => answered<unknown>(tx.objectStore(store).get(VAULT_KEYS[index] ?? ''))),
  );
  db.close();
  return [device, sealed];
}

async function contentsOf(factory: IDBFactory): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { name = '' } of await factory.databases()) {
    const db = await answered(factory.open(name));
    const stores = [...db.objectStoreNames];
    const records = await Promise.all(
      stores.map((store) => answered<unknown[]>(db.transaction(store).objectStore(store).getAll())),
    );
    db.close();
    texts.set(name, JSON.stringify(records, readableBytes));
  }
  return texts;
}

/** Bytes as text, so that a key in them can be found. */
function readableBytes(_name: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
}

async function restoreVault(factory: IDBFactory, records: VaultRecords | null): Promise<void> {
  await answered(factory.deleteDatabase('vault'));
  if (records === null) return;
  const request = factory.open('vault', 1);
  request.addEventListener('upgradeneeded', () => {
    for (const store of VAULT_STORES) request.result.createObjectStore(store);
  });
  const db = await answered(request);
  const tx = db.transaction(VAULT_STORES, 'readwrite');
  await Promise.all(
    VAULT_STORES.map((store, index) => answered(tx.objectStore(store).put(records[index], VAULT_KEYS[index]))),
  );
  db.close();
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the disk refused')));
  });
}
