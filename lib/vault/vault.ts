import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import { Account } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { troubleOf } from '@/lib/domain/app-error';

const DATABASE = 'vault';
const VERSION = 1;
/** Bound into every ciphertext (AES-GCM additional data), so that a ciphertext from elsewhere does not decrypt. */
const BOUND_TO = 'v2|https://amazing.getsales.io';
/** The same for version 0.1.0, whose ciphertext holds the bare key. */
const BOUND_TO_V1 = 'v1|https://amazing.getsales.io';
const IV_BYTES = 12;

export interface SealedKey {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
  /** Absent in records of version 0.1.0. */
  readonly generation?: string;
}

/** The records on disk; exported for tests only. */
export interface VaultSchema extends DBSchema {
  device: { key: 'device'; value: CryptoKey };
  sealed: { key: 'apiKey'; value: SealedKey };
}

/** A key and its account, encrypted together so that they can never disagree. */
export interface StoredKey {
  readonly key: string;
  /** Null in records of version 0.1.0, which kept the account elsewhere. */
  readonly account: Account | null;
  /** New for every stored key, also when the same key is stored again. */
  readonly generation: string;
}

/** The API key at rest. Only the worker may hold a vault (docs/decisions.md#key-storage). */
export interface Vault {
  /** Encrypts and stores the key, replacing the former one. `storage-unavailable` when the disk refuses. */
  store(key: string, account: Account): Promise<Result<null>>;
  /** The key; null when none is stored; `key-unreadable` when it cannot be decrypted. */
  load(): Promise<Result<StoredKey | null>>;
  /** Deletes ciphertext, device key and their database. */
  erase(): Promise<Result<null>>;
}

export interface VaultDeps {
  readonly crypto: Crypto;
}

const Sealed = z.object({ key: z.string(), account: Account });

/**
 * A vault in the extension's IndexedDB: AES-256-GCM under a device key that scripts cannot export. Web pages, other
 * extensions and a copy of only one of the two records do not reveal the key; software that runs as the user can read both
 * (docs/decisions.md#key-storage). Every stored key gets a new device key, so storing a key also repairs a vault with a
 * damaged one.
 */
export function createVault({ crypto }: VaultDeps): Vault {
  return {
    store: (key, account) =>
      withDatabase(async (db) => {
        const device = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
        const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
        const plain = new TextEncoder().encode(JSON.stringify({ key, account } satisfies z.infer<typeof Sealed>));
        const ciphertext = await crypto.subtle.encrypt(algorithm(iv, BOUND_TO), device, plain);
        const tx = db.transaction(['device', 'sealed'], 'readwrite', { durability: 'strict' });
        const writes = [
          tx.objectStore('device').put(device, 'device'),
          tx.objectStore('sealed').put({ iv, ciphertext, generation: crypto.randomUUID() }, 'apiKey'),
        ];
        await Promise.all([...writes, tx.done]);
        return ok(null);
      }),
    load: () =>
      withDatabase<StoredKey | null>(async (db) => {
        const tx = db.transaction(['device', 'sealed']);
        const [device, sealed] = await Promise.all([
          tx.objectStore('device').get('device'),
          tx.objectStore('sealed').get('apiKey'),
        ]);
        if (sealed === undefined) return ok(null);
        return device === undefined ? err({ code: 'key-unreadable' }) : open(crypto, device, sealed);
      }),
    erase: async () => {
      try {
        await deleteDB(DATABASE);
        return ok(null);
      } catch (thrown) {
        return err(troubleOf(thrown));
      }
    },
  };
}

async function open(crypto: Crypto, device: CryptoKey, sealed: SealedKey): Promise<Result<StoredKey>> {
  const { iv, ciphertext, generation } = sealed;
  const decrypt = async (boundTo: string): Promise<string> =>
    new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(iv, boundTo), device, ciphertext));
  try {
    if (generation === undefined) {
      return ok({ key: await decrypt(BOUND_TO_V1), account: null, generation: 'v1' });
    }
    // eslint-disable-next-line shortlist/json-only-bounded -- written by this vault, and authenticated by its cipher
    return ok({ ...Sealed.parse(JSON.parse(await decrypt(BOUND_TO))), generation });
  } catch {
    return err({ code: 'key-unreadable' });
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, boundTo: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(boundTo) };
}

/** Opens the database for one task and closes it afterwards, so that no open connection blocks erasing. */
async function withDatabase<T>(task: (db: IDBPDatabase<VaultSchema>) => Promise<Result<T>>): Promise<Result<T>> {
  let db: IDBPDatabase<VaultSchema> | null = null;
  try {
    db = await openDB<VaultSchema>(DATABASE, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('device');
        fresh.createObjectStore('sealed');
      },
    });
    return await task(db);
  } catch (thrown) {
    return err(troubleOf(thrown));
  } finally {
    db?.close();
  }
}
