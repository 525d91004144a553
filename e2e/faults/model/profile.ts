import { openStorage } from './storage';
import type { Account, AccountId } from '@/lib/domain/account';
import { ContactId, ListId, SenderId } from '@/lib/domain/ids';
import { memoryStorage, type MemoryStorage } from '@/lib/settings/testing/memory-storage';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox';
import { isRecord, recordOf } from '../../sandbox/wire/values';
import { WORKSPACE, type AccountName } from '../accounts';
import type { WorkspaceControl } from '../../sandbox/control/control';
import { createDisk, type Disk } from './disk';
import { createLife } from './life';
import { createTime, type VirtualTime } from './time';
import { startWorker } from './worker';

/** The start time of every run. */
export const NOON = Date.UTC(2026, 10, 23, 12);
const API = 'https://amazing.getsales.io';
/** Runs that share one seeded workspace, each with different people. */
const RUNS_PER_SEED = 120;

export interface Known {
  readonly id: ContactId;
  readonly slug: string;
}

/** An account and its workspace. */
export interface SeededAccount {
  readonly name: AccountName;
  readonly id: AccountId;
  readonly email: string;
  readonly control: WorkspaceControl;
  /** Has another user of the workspace add this contact to the second list. */
  readonly addContact: (lead: Readonly<Record<string, string>>) => Promise<void>;
  /** Contacts in GetSales without other messages. */
  readonly contacts: readonly [Known, ...Known[]];
  readonly senders: readonly [SenderId, SenderId];
  readonly lists: readonly [
    { readonly id: ListId; readonly name: string },
    { readonly id: ListId; readonly name: string },
  ];
  /** The list that others move contacts to. */
  readonly thirdList: ListId;
}

export interface Profile {
  readonly sandbox: Sandbox;
  /** `main` is connected when a run begins. */
  readonly accounts: Readonly<Record<AccountName, SeededAccount>>;
  readonly disk: Disk;
  /** Resets the profile to its state right after connecting, with new storage and time. */
  readonly begin: (skewMs: number, cancelPeriodSeconds: number) => Promise<Fresh>;
}

export interface Fresh {
  readonly storage: MemoryStorage;
  readonly time: VirtualTime;
}

/** One browser profile and one GetSales, shared by consecutive runs. */
export async function createProfile(): Promise<Profile> {
  let time = createTime();
  let skew = 0;
  const sandbox = createSandbox({ now: () => NOON + time.now() + skew, validate: true });
  controlCrypto(() => time.begin());
  sandbox.control.setRateLimit(null);
  const disk = createDisk();
  const other = await connect(sandbox, disk, time, sandbox.keys.other);
  await disk.erase();
  const connected = await connect(sandbox, disk, time, sandbox.keys.main);
  await disk.saveVault();
  const accounts = {
    main: await seededAccountOf(sandbox, 'main', connected.account),
    other: await seededAccountOf(sandbox, 'other', other.account),
  };
  let runs = 0;
  return {
    sandbox,
    accounts,
    disk,
    async begin(skewMs, cancelPeriodSeconds) {
      time = createTime();
      skew = 0;
      await disk.clean();
      if (runs % RUNS_PER_SEED === 0) {
        sandbox.control.reset();
        sandbox.control.setRateLimit(null);
      }
      runs += 1;
      skew = skewMs;
      sandbox.control.clearRequests();
      const storage = memoryStorage();
      await storage.local.set({ ...connected.storage.dump('local'), undoSeconds: cancelPeriodSeconds });
      // Each run has a new outbox, so the missing old one must not count as evicted.
      await storage.local.remove('outboxSince');
      await storage.session.set({ ...connected.storage.dump('session') });
      return { storage, time };
    },
  };
}

async function seededAccountOf(sandbox: Sandbox, name: AccountName, { id, email }: Account): Promise<SeededAccount> {
  const pages = [0, 100, 200].map((offset) => ask(sandbox, name, `leads/api/leads?limit=100&offset=${offset}`));
  const [one, ...others] = (await Promise.all(pages)).flat().map((row) => {
    const lead = recordOf(row['lead']);
    return { id: ContactId.parse(lead['uuid']), slug: String(lead['linkedin']) };
  });
  const [mara, tom] = (await ask(sandbox, name, 'flows/api/sender-profiles')).map((row) => SenderId.parse(row['uuid']));
  const [first, second, third] = (await ask(sandbox, name, 'leads/api/lists')).map((row) => ({
    id: ListId.parse(row['uuid']),
    name: String(row['name']),
  }));
  if (
    one === undefined ||
    mara === undefined ||
    tom === undefined ||
    first === undefined ||
    second === undefined ||
    third === undefined
  )
    throw new Error('The seeded workspace is empty.');
  return {
    name,
    id,
    email,
    control: sandbox.control.workspace(WORKSPACE[name]),
    async addContact(lead) {
      const headers = { authorization: `Bearer ${sandbox.keys[name]}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ lead, list_uuid: second.id });
      await sandbox.app.fetch(new Request(`${API}/leads/api/leads/upsert`, { method: 'POST', headers, body }), {});
    },
    contacts: [one, ...others],
    senders: [mara, tom],
    lists: [first, second],
    thirdList: third.id,
  };
}

async function connect(
  sandbox: Sandbox,
  disk: Disk,
  time: VirtualTime,
  key: string,
): Promise<{ readonly storage: MemoryStorage; readonly account: Account }> {
  const storage = memoryStorage();
  const life = createLife(() => false);
  openStorage(storage, life);
  disk.open(life, time, {
    writing: () => true,
    written: () => undefined,
    did: () => true,
    removing: () => true,
    removed: () => undefined,
    erased: () => undefined,
  });
  const worker = startWorker({
    life,
    time,
    fetch: sandbox.fetch,
    wallClock: () => NOON,
    random: () => 0.5,
    isOnline: () => true,
    setAlarm: () => undefined,
    report: () => undefined,
  });
  const answer = await worker.pageOf(null)('session.connect', { key, confirmed: null });
  if (!answer.ok || answer.value.state !== 'connected') throw new Error(`could not connect: ${JSON.stringify(answer)}`);
  life.end('idle');
  return { storage, account: answer.value.account };
}

async function ask(
  sandbox: Sandbox,
  owner: AccountName,
  path: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const headers = { authorization: `Bearer ${sandbox.keys[owner]}` };
  const answer = await sandbox.app.fetch(new Request(`${API}/${path}`, { headers }), {});
  const page = recordOf(await answer.json());
  const rows: unknown = page['data'];
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
}

/**
 * WebCrypto works in threads and real time, so virtual time stops during each call. The vault is decrypted for every
 * request, so results are cached.
 */
function controlCrypto(begin: () => () => void): void {
  const { subtle } = crypto;
  const stoppingTime = <A extends readonly unknown[], T>(task: (...args: A) => Promise<T>) => {
    return (...args: A): Promise<T> => task(...args).finally(begin());
  };
  const cached = new Map<string, Promise<ArrayBuffer>>();
  const decrypt = stoppingTime(subtle.decrypt.bind(subtle));
  Object.assign(subtle, {
    generateKey: stoppingTime(subtle.generateKey.bind(subtle)),
    encrypt: stoppingTime(subtle.encrypt.bind(subtle)),
    decrypt: (...[algorithm, key, data]: Parameters<SubtleCrypto['decrypt']>): Promise<ArrayBuffer> => {
      const name = new Uint8Array(data instanceof ArrayBuffer ? data : data.buffer).join();
      const plain = cached.get(name) ?? decrypt(algorithm, key, data);
      cached.set(name, plain);
      return plain;
    },
  });
}
