import { freshStorage } from '@/e2e/support/extension-storage';
import { memoryLocks } from '@/e2e/support/memory-locks';
import { IDBFactory } from 'fake-indexeddb';
import type { Account } from '@/lib/domain/account';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { ok } from '@/lib/domain/result';
import { maraAccount } from '@/lib/domain/testing/account';
import { sharedTransport } from '@/lib/getsales/http/transport';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { createVault } from '@/lib/vault/vault';
import { storageOwner } from '@/lib/settings/items';
import { buildServices, type Environment } from '../build-services';

export const NOW = Date.UTC(2026, 10, 23, 12);
/** Has the form of a key, without claims. */
export const KEY = 'header.e30.signature-0123456789';

/** GetSales knows the user of every key, and nothing else. */
const USER = { uuid: 'mara', first_name: 'Mara', last_name: 'Lind', email: 'mara@acme.test' };

/** A new profile: empty storage and databases, and what its worker requests and reports. */
export function newProfile(change: Partial<Environment> = {}) {
  const storage = freshStorage();
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
  const requests: string[] = [];
  const reports: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    requests.push(`${new Headers(init?.headers).get('authorization') ?? 'no key'} ${pathname}`);
    const isKnown = pathname === '/id/api/users/current';
    return Promise.resolve(Response.json(isKnown ? USER : {}, { status: isKnown ? 200 : 404 }));
  };
  const services = buildServices({
    fetch,
    openTransport: () => Promise.resolve(sharedTransport(change.fetch ?? fetch)),
    crypto,
    locks: memoryLocks(),
    now: () => NOW,
    monotonic: () => 0,
    random: () => 0.5,
    sleep: () => Promise.resolve(),
    timeout: () => new AbortController().signal,
    isOnline: () => true,
    storageClosed: Promise.resolve(ok(null)),
    rewriteFiles: () => Promise.resolve(ok(null)),
    ping: () => Promise.resolve(),
    report: (event) => reports.push(event),
    ...change,
  });
  return { services, storage, requests, reports };
}

/** The same with a stored key, and these entries in its outbox. */
export async function profileOf(
  account: Account = maraAccount,
  entries: readonly OutboxEntry[] = [],
  change: Partial<Environment> = {},
) {
  const profile = newProfile(change);
  await createVault({ crypto }).store(KEY, account);
  await storageOwner.setValue({ account: account.id, closing: false });
  const outbox = createOutboxStore(() => NOW).of({ owns: () => true });
  for (const entry of entries) await outbox.add(entry);
  const current = await profile.services.session.current();
  if (!current.ok) throw new Error(current.error.code);
  return { ...profile, outbox, current: current.value };
}
