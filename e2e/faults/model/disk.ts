import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Intent } from '@/lib/domain/intent';
import { fromStored } from '@/lib/journal/stored-intent';
import type { Life } from './life';
import type { VirtualTime } from './time';

/** What stands on disk before and after a write of the journal. */
export type Written = (intent: Intent, before: Intent | null) => void;

export interface Disk {
  /** A life's way to the disk. What was not committed at its end is lost. */
  readonly open: (life: Life, time: VirtualTime, told: DiskTold) => void;
  /** The intents as they were committed. */
  readonly intents: () => ReadonlyMap<string, Intent>;
  /** Deletes everything but the vault. */
  readonly clean: () => Promise<void>;
}

export interface DiskTold {
  /** An intent is about to be written; false when the worker dies of that. */
  readonly writing: (intent: Intent, before: Intent | null) => boolean;
  readonly written: Written;
}

const tellers = new WeakMap<IDBTransaction, (value: unknown) => boolean>();
const { put, add } = IDBObjectStore.prototype;
Object.assign(IDBObjectStore.prototype, { put: told(put), add: told(add) });

function told(write: typeof put): typeof put {
  return function (this: IDBObjectStore, ...written) {
    const goesOn = tellers.get(this.transaction)?.(written[0]) ?? true;
    // A request that is never answered: whoever asked is dead.
    return goesOn ? Reflect.apply(write, this, written) : new IDBRequest();
  };
}

/** One profile's IndexedDB in memory, for one worker at a time. */
export function createDisk(): Disk {
  const factory = new IDBFactory();
  const intents = new Map<string, Intent>();

  function adopt(db: IDBDatabase, life: Life, time: VirtualTime, { writing, written }: DiskTold): void {
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
        const commits: Intent[] = [];
        open.add(tx);
        tellers.set(tx, (value) => {
          const intent = life.isAlive() && db.name === 'journal' ? fromStored(value) : null;
          if (intent === null) return life.isAlive();
          commits.push(intent);
          return writing(intent, intents.get(intent.id) ?? null);
        });
        const over = (): void => {
          done();
          open.delete(tx);
        };
        tx.addEventListener('complete', () => {
          over();
          for (const intent of commits) {
            const before = intents.get(intent.id) ?? null;
            intents.set(intent.id, intent);
            if (life.isAlive()) written(intent, before);
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
    intents: () => intents,
    open(life, time, diskTold) {
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
            if (life.isAlive()) adopt(request.result, life, time, diskTold);
            else request.result.close();
          });
        },
        deleteDatabase: (name: string) =>
          life.isAlive() ? asked(factory.deleteDatabase(name), () => undefined) : new IDBOpenDBRequest(),
      };
      Object.assign(globalThis, { indexedDB: facade });
    },
    async clean() {
      intents.clear();
      for (const name of ['journal', 'exchanges']) {
        await new Promise((resolve, reject) => {
          const request = factory.deleteDatabase(name);
          request.addEventListener('success', resolve);
          request.addEventListener('error', () => reject(new Error(`could not delete ${name}`)));
        });
      }
    },
  };
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
    // It had come to its end already.
  }
}
