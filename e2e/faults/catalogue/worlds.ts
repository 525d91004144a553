import { expect, onTestFinished } from 'vitest';
import * as adding from '@/e2e/support/adding';
import * as sending from '@/e2e/support/sending';
import * as connected from '@/e2e/support/worker';
import type { World } from '@/e2e/support/worker';
import { DATABASE } from '@/lib/outbox/database';
import { WORKSPACE } from '../accounts';
import type { Breach } from '../judge/breach';
import type { Stored } from '../judge/facts';
import { judge } from '../judge/judge';
import { captureReports, type Reports } from '../model/reports';
import { peopleNow } from '../server-facts';
import { factsOfWorld, peopleOf } from './facts-of-world';

/** Worlds for the tests of cases: when the test ends, the judge finds that the invariants hold in them. */
export const sendingWorld = (): Promise<sending.SendingWorld> => watched(sending.sendingWorld);
export const addingWorld = (): Promise<adding.AddingWorld> => watched(adding.addingWorld);
export const connectedWorld = (): ReturnType<typeof connected.connectedWorld> => watched(connected.connectedWorld);

async function watched<W extends World>(create: () => Promise<W>): Promise<W> {
  const printed = captureReports();
  const world = await create();
  const breaches = watchInvariants(world, printed);
  onTestFinished(async () => {
    printed.stop();
    expect(await breaches()).toEqual([]);
  });
  return world;
}

/** Answers, when asked, which invariants were violated since (docs/reliability.md#fault-catalogue). */
export function watchInvariants(world: World, printed: Reports): () => Promise<readonly Breach[]> {
  const databases = indexedDB;
  const before = peopleNow(peopleOf(world), (name) => world.sandbox.control.workspace(WORKSPACE[name]));
  return async () => {
    const onConsole: Stored = { where: 'the console', text: printed.printed(), mayHaveContents: false };
    const stored = [...(await storedIn(world, databases)), onConsole];
    return judge(factsOfWorld(world, { stored, before, errors: printed.errors() }));
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
  const database = await answerTo(databases.open(name));
  const stores = [...database.objectStoreNames].map((store) => database.transaction(store).objectStore(store));
  const records = await Promise.all(stores.map((store) => answerTo(store.getAll())));
  database.close();
  return JSON.stringify(records, readable);
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
