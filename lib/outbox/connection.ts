import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { err, ok, type Result } from '@/lib/domain/result';
import { troubleOf } from '@/lib/domain/app-error';

export interface DatabaseOf<S extends DBSchema> {
  readonly name: string;
  readonly version: number;
  /** Migrates the database from version `from` (0: none) to `version`, in one transaction. */
  readonly upgrade: (db: IDBPDatabase<S>, from: number, tx: UpgradeOf<S>) => Promise<void> | void;
  /** Called when there was no database. */
  readonly onCreated?: (() => void) | undefined;
}

type UpgradeOf<S extends DBSchema> = IDBPTransaction<S, StoreNames<S>[], 'versionchange'>;

/** Uses one database, opened at first use and opened again after the browser closed it. */
export interface Connection<S extends DBSchema> {
  /** Answers with the result of `task`, or with what it or the opening throws as an error; the next use reopens then. */
  use<T>(task: (db: IDBPDatabase<S>) => Promise<Result<T>>): Promise<Result<T>>;
  /** Closes the database and deletes it. */
  erase(): Promise<Result<null>>;
}

export function createConnection<S extends DBSchema>(database: DatabaseOf<S>): Connection<S> {
  let opened: Promise<IDBPDatabase<S>> | null = null;
  const forget = (): void => {
    const previous = opened;
    opened = null;
    previous?.then(
      (db) => {
        db.close();
      },
      () => undefined,
    );
  };
  return {
    async use(task) {
      try {
        return await task(await (opened ??= connect(database, forget)));
      } catch (thrown) {
        forget();
        return err(troubleOf(thrown));
      }
    },
    async erase() {
      forget();
      try {
        await deleteDB(database.name);
        return ok(null);
      } catch (thrown) {
        return err(troubleOf(thrown));
      }
    },
  };
}

const SCRATCH = 'erased';
const ROUNDS = 2;
/** Together more than the 4 MB that LevelDB collects before it writes a file. Each below the 64 KiB stored elsewhere. */
const FILLERS = 100;
const FILLER = 'erased '.repeat(8_000);

/**
 * Makes the browser rewrite the files that its databases share. Called after databases were deleted: on Chromium 156 their
 * values often stay readable in those files, also later and after a clean close, until enough was written and deleted
 * (docs/browser-facts.md#erasing-storage).
 */
export async function rewriteFiles(): Promise<Result<null>> {
  try {
    for (let round = 0; round < ROUNDS; round += 1) await createAndDelete(SCRATCH);
    return ok(null);
  } catch (thrown) {
    return err(troubleOf(thrown));
  }
}

async function createAndDelete(name: string): Promise<void> {
  const db = await openDB(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore(name, { autoIncrement: true });
    },
  });
  const tx = db.transaction(name, 'readwrite');
  for (let filler = 0; filler < FILLERS; filler += 1) void tx.store.put(FILLER);
  await tx.done;
  db.close();
  await deleteDB(name);
}

/** Rejects when another context holds an older version open, instead of waiting without end. */
function connect<S extends DBSchema>(
  { name, version, upgrade, onCreated }: DatabaseOf<S>,
  forget: () => void,
): Promise<IDBPDatabase<S>> {
  return new Promise((resolve, reject) => {
    const opening = openDB<S>(name, version, {
      upgrade(db, from, _to, tx) {
        // A failed migration changes nothing: the database stays at its version, and the opening fails.
        tx.done.catch(() => undefined);
        Promise.resolve(upgrade(db, from, tx)).catch(() => {
          tx.abort();
        });
        if (from === 0) onCreated?.();
      },
      blocked: () => {
        reject(new DOMException('an older connection is open', 'TimeoutError'));
        opening.then(
          (db) => {
            db.close();
          },
          () => undefined,
        );
      },
      blocking: forget,
      terminated: forget,
    });
    opening.then(resolve, reject);
  });
}
