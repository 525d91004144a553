import { expect, onTestFinished } from 'vitest';
import * as adding from '@/e2e/support/adding';
import * as sending from '@/e2e/support/sending';
import * as connected from '@/e2e/support/worker';
import type { World } from '@/e2e/support/worker';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { DATABASE } from '@/lib/outbox/database';
import { fromStored } from '@/lib/outbox/stored-entry';
import { WORKSPACE } from '../accounts';
import type { Breach } from '../judge/breach';
import type { Conditions, Stored } from '../judge/facts';
import { judge } from '../judge/judge';
import { captureReports, type Reports } from '../model/reports';
import { peopleNow } from '../server-facts';
import { factsOfWorld, peopleOf } from './facts-of-world';

/** Worlds for the tests of cases: when the test ends, the judge finds that the invariants hold in them. */
export const sendingWorld = (happens?: Happens): Promise<sending.SendingWorld> =>
  watched(sending.sendingWorld, happens);
export const addingWorld = (happens?: Happens): Promise<adding.AddingWorld> => watched(adding.addingWorld, happens);
export const connectedWorld = (): ReturnType<typeof connected.connectedWorld> => watched(connected.connectedWorld);

/** What a test does that its world does not show. */
type Happens = Pick<Conditions, 'hadStorageFaults'>;
const NOTHING: Happens = { hadStorageFaults: false };

async function watched<W extends World>(create: () => Promise<W>, happens?: Happens): Promise<W> {
  const printed = captureReports();
  const world = await create();
  const breaches = watchInvariants(world, printed, happens);
  onTestFinished(async () => {
    printed.stop();
    expect(await breaches()).toEqual([]);
  });
  return world;
}

/** Answers, when asked, which invariants were violated since (docs/reliability.md#fault-catalogue). */
export function watchInvariants(
  world: World,
  printed: Reports,
  { hadStorageFaults } = NOTHING,
): () => Promise<readonly Breach[]> {
  const databases = indexedDB;
  const before = peopleNow(peopleOf(world), (name) => world.sandbox.control.workspace(WORKSPACE[name]));
  return async () => {
    const onConsole: Stored = { where: 'the console', text: printed.printed(), mayHaveContents: false };
    const stored = [...(await storedIn(world, databases)), onConsole];
    const outbox = await outboxIn(databases);
    return judge(factsOfWorld(world, { stored, before, outbox, hadStorageFaults, errors: printed.errors() }));
  };
}

/** Everything that the extension has stored, and what it has reported. */
async function storedIn({ storage, reports }: World, databases: IDBFactory): Promise<readonly Stored[]> {
  const { drafts, ...local } = storage.dump('local');
  const names = (await databases.databases()).flatMap(({ name }) => name ?? []);
  return [
    ...(await Promise.all(
      names.map(async (name) => ({
        where: `database ${name}`,
        text: await textOf(databases, name),
        // The vault has random bytes, in which a short text occurs by chance.
        mayHaveContents: name === DATABASE || name === 'vault',
      })),
    )),
    { where: 'drafts', text: JSON.stringify(drafts ?? null), mayHaveContents: true },
    { where: 'storage.local', text: JSON.stringify(local), mayHaveContents: false },
    { where: 'storage.session', text: JSON.stringify(storage.dump('session')), mayHaveContents: false },
    { where: 'the reports', text: reports.join('\n'), mayHaveContents: false },
  ];
}

async function textOf(databases: IDBFactory, name: string): Promise<string> {
  return JSON.stringify([...(await storesOf(databases, name)).values()], readable);
}

/** The entries in the outbox; none where its database is another version's or does not exist. */
async function outboxIn(databases: IDBFactory): Promise<readonly OutboxEntry[]> {
  const isThere = (await databases.databases()).some(({ name }) => name === DATABASE);
  const records = isThere ? (await storesOf(databases, DATABASE)).get('entries') : [];
  return (records ?? []).flatMap((record) => fromStored(record) ?? []);
}

async function storesOf(databases: IDBFactory, name: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const database = await answerTo(databases.open(name));
  const names = [...database.objectStoreNames];
  const records = await Promise.all(
    names.map(
      async (store) => [store, await answerTo(database.transaction(store).objectStore(store).getAll())] as const,
    ),
  );
  database.close();
  return new Map<string, readonly unknown[]>(records);
}

/** Bytes as one character each. */
function readable(_name: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(value));
  return value instanceof Uint8Array ? String.fromCharCode(...value) : value;
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('the database cannot be read'));
  });
}
