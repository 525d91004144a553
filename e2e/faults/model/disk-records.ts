import { Buffer } from 'node:buffer';
/** Device key and sealed key. */
export type VaultRecords = readonly [unknown, unknown];
const VAULT_STORES = ['device', 'sealed'] as const;
const VAULT_KEYS = ['device', 'apiKey'] as const;

/** Null without a vault. */
export async function vaultOf(factory: IDBFactory): Promise<VaultRecords | null> {
  if (!(await factory.databases()).some(({ name }) => name === 'vault')) return null;
  const db = await answered(factory.open('vault'));
  const tx = db.transaction(VAULT_STORES);
  const [device, sealed] = await Promise.all(
    VAULT_STORES.map((store, index) => answered<unknown>(tx.objectStore(store).get(VAULT_KEYS[index] ?? ''))),
  );
  db.close();
  return [device, sealed];
}

export async function contentsOf(factory: IDBFactory): Promise<ReadonlyMap<string, string>> {
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

/** Bytes as text, so that a key in them can be found; of a key object, whether scripts can read it. */
function readableBytes(_name: string, value: unknown): unknown {
  if (value instanceof CryptoKey) return { extractable: value.extractable };
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
}

export async function restoreVault(factory: IDBFactory, records: VaultRecords | null): Promise<void> {
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

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the disk refused')));
  });
}
