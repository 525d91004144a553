import { openDB } from 'idb';
import type { SealedKey, VaultSchema } from '../vault';

/** Stores a key as version 0.1.0 did: the bare key, without account or generation. */
export function storeAsV1(key: string): Promise<void> {
  return storeRecord(key, 'v1|https://amazing.getsales.io', {});
}

/** Stores an encrypted text without the vault. */
export async function storeRecord(text: string, boundTo: string, more: Pick<SealedKey, 'generation'>): Promise<void> {
  const device = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(boundTo);
  const plain = new TextEncoder().encode(text);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, device, plain);
  const db = await openDB<VaultSchema>('vault', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('device');
      fresh.createObjectStore('sealed');
    },
  });
  await db.put('device', device, 'device');
  await db.put('sealed', { iv, ciphertext, ...more }, 'apiKey');
  db.close();
}
