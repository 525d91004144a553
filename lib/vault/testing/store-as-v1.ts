import { openDB } from 'idb';
import type { VaultSchema } from '../vault';

/** Stores a key as version 0.1.0 did: the bare key, without account or generation. */
export async function storeAsV1(key: string): Promise<void> {
  const device = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode('v1|https://amazing.getsales.io');
  const plain = new TextEncoder().encode(key);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, device, plain);
  const db = await openDB<VaultSchema>('vault', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('device');
      fresh.createObjectStore('sealed');
    },
  });
  await db.put('device', device, 'device');
  await db.put('sealed', { iv, ciphertext }, 'apiKey');
  db.close();
}
