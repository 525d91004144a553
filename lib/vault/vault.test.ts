import { maraAccount as account } from '@/lib/domain/testing/account';
import { openDB } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { storeAsV1, storeRecord } from './testing/store-record';
import { createVault, type SealedKey, type VaultSchema } from './vault';

const UNREADABLE = { ok: false, error: { code: 'key-unreadable' } };
const KEY = 'eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOiJzZWNyZXQifQ.canary-signature';

/** The records of the vault's database. */
async function records(): Promise<{ readonly device: CryptoKey; readonly sealed: SealedKey }> {
  const db = await openDB<VaultSchema>('vault');
  const device = await db.get('device', 'device');
  const sealed = await db.get('sealed', 'apiKey');
  db.close();
  if (device === undefined || sealed === undefined) throw new Error('the vault is not complete');
  return { device, sealed };
}

async function put(store: 'device' | 'sealed', record: unknown): Promise<void> {
  const db = await openDB('vault');
  await db.put(store, record, store === 'device' ? 'device' : 'apiKey');
  db.close();
}

describe('the vault', () => {
  test('returns the stored key, also to the next worker', async () => {
    expect(await createVault({ crypto }).store(KEY, account)).toEqual({ ok: true, value: null });
    expect(await createVault({ crypto }).load()).toMatchObject({ ok: true, value: { key: KEY, account } });
  });

  test('gives every stored key a new generation, also the same key stored again', async () => {
    const vault = createVault({ crypto });
    const generations = [];
    for (const key of [KEY, KEY, 'another']) {
      await vault.store(key, account);
      generations.push(await vault.load());
    }
    expect(new Set(generations.map((loaded) => (loaded.ok ? loaded.value?.generation : null))).size).toBe(3);
  });

  test('reads the key that version 0.1.0 stored, whose account it did not know', async () => {
    await storeAsV1(KEY);
    expect(await createVault({ crypto }).load()).toEqual({
      ok: true,
      value: { key: KEY, account: null, generation: 'v1' },
    });
  });

  test('reads a record in the format that is on users’ disks', async () => {
    await storeRecord(JSON.stringify({ key: KEY, account }), 'v2|https://amazing.getsales.io', { generation: 'g-1' });
    expect(await createVault({ crypto }).load()).toEqual({ ok: true, value: { key: KEY, account, generation: 'g-1' } });
  });

  test('returns null when no key was ever stored', async () => {
    expect(await createVault({ crypto }).load()).toEqual({ ok: true, value: null });
  });

  test('keeps only the last key', async () => {
    const vault = createVault({ crypto });
    await vault.store('first', account);
    await vault.store(KEY, account);
    expect(await vault.load()).toMatchObject({ ok: true, value: { key: KEY, account } });
  });

  test('keeps a ciphertext with an IV of 12 bytes under a device key that scripts cannot export', async () => {
    await createVault({ crypto }).store(KEY, account);
    const { device, sealed } = await records();
    expect(sealed.iv.byteLength).toBe(12);
    expect(Buffer.from(sealed.ciphertext).toString('latin1')).not.toContain('canary');
    expect(device).toMatchObject({ extractable: false, algorithm: { name: 'AES-GCM', length: 256 } });
    await expect(crypto.subtle.exportKey('raw', device)).rejects.toThrow('not extractable');
  });

  test('never uses an IV twice', async () => {
    const vault = createVault({ crypto });
    const ivs = new Set<string>();
    for (let times = 0; times < 20; times += 1) {
      await vault.store(KEY, account);
      const { sealed } = await records();
      ivs.add(Buffer.from(sealed.iv).toString('hex'));
    }
    expect(ivs.size).toBe(20);
  });

  test('distinguishes an unreadable key from a missing one when the device key is gone', async () => {
    await createVault({ crypto }).store(KEY, account);
    const db = await openDB('vault');
    await db.clear('device');
    db.close();
    expect(await createVault({ crypto }).load()).toEqual(UNREADABLE);
  });

  test('distinguishes an unreadable key from a missing one when the device key is another one', async () => {
    await createVault({ crypto }).store(KEY, account);
    await put('device', await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['decrypt']));
    expect(await createVault({ crypto }).load()).toEqual(UNREADABLE);
  });

  test.each(['iv', 'ciphertext'] as const)('notices a single flipped bit of the %s', async (part) => {
    await createVault({ crypto }).store(KEY, account);
    const { sealed } = await records();
    const bytes = { iv: new Uint8Array(sealed.iv), ciphertext: new Uint8Array(sealed.ciphertext) };
    bytes[part].set([(bytes[part][0] ?? 0) ^ 1]);
    await put('sealed', { iv: bytes.iv, ciphertext: bytes.ciphertext.buffer });
    expect(await createVault({ crypto }).load()).toEqual(UNREADABLE);
  });

  test('can store a key again after the old one became unreadable', async () => {
    const vault = createVault({ crypto });
    await vault.store('old', account);
    await put('device', 'nonsense');
    expect(await vault.store(KEY, account)).toEqual({ ok: true, value: null });
    expect(await vault.load()).toMatchObject({ ok: true, value: { key: KEY, account } });
  });

  test('does not decrypt a ciphertext that is not bound to this origin', async () => {
    await createVault({ crypto }).store(KEY, account);
    const { device } = await records();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(KEY);
    const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, device, plain);
    await put('sealed', { iv, ciphertext });
    expect(await createVault({ crypto }).load()).toEqual(UNREADABLE);
  });

  test('erases ciphertext, device key and database', async () => {
    const vault = createVault({ crypto });
    await vault.store(KEY, account);
    expect(await vault.erase()).toEqual({ ok: true, value: null });
    expect(await indexedDB.databases()).toEqual([]);
    expect(await vault.load()).toEqual({ ok: true, value: null });
  });

  test.each([
    ['quota', 'QuotaExceededError'],
    ['newer', 'VersionError'],
    ['unknown', 'UnknownError'],
  ] as const)('reports a disk that refuses: %s', async (trouble, name) => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('no', name);
      },
      deleteDatabase: () => {
        throw new DOMException('no', name);
      },
    });
    const refused = { ok: false, error: { code: 'storage-unavailable', trouble } };
    expect(await createVault({ crypto }).store(KEY, account)).toEqual(refused);
    expect(await createVault({ crypto }).load()).toEqual(refused);
    expect(await createVault({ crypto }).erase()).toEqual(refused);
  });

  test('reports a key that the disk did not keep', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementation(function (this: IDBObjectStore, record: unknown, key?: IDBValidKey) {
      const request = this.add(record, key);
      request.onsuccess = () => {
        this.transaction.abort();
      };
      return request;
    });
    expect(await createVault({ crypto }).store(KEY, account)).toMatchObject({ error: { code: 'storage-unavailable' } });
    expect(await createVault({ crypto }).load()).toEqual({ ok: true, value: null });
  });
});
