import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openDB } from 'idb';
import { expect, onTestFinished, test } from 'vitest';
import { sendingWorld, type SendingWorld } from '@/e2e/support/sending';
import { DATABASE } from '@/lib/outbox/database';
import { addOf, listNamed } from '@/e2e/support/worker-people';
import { captureReports } from '../model/reports';
import { watchInvariants } from './worlds';

const UNWATCHED =
  /import \{[^}]*\b(?:sendingWorld|addingWorld|connectedWorld|createWorld)\b[^}]*\} from '@\/e2e\/support/u;

test('every test of a case uses worlds in which the invariants are judged', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.test.ts') && name !== 'worlds.test.ts',
  );
  const sources = files.map((name) => ({ name, source: readFileSync(path.join(import.meta.dirname, name), 'utf8') }));
  expect(sources.filter(({ source }) => UNWATCHED.test(source)).map(({ name }) => name)).toEqual([]);
});

const ofKey = ({ sandbox }: SendingWorld) => sandbox.key.slice(-40);

test.each<[string, (world: SendingWorld) => unknown, readonly string[]]>([
  ['a piece of the key in storage.local', (world) => world.storage.local.set({ hint: ofKey(world) }), ['I3']],
  ['a piece of the key in storage.session', (world) => world.storage.session.set({ hint: ofKey(world) }), ['I3']],
  ['a piece of the key on the console', (world) => console.log(ofKey(world)), ['I3']],
  [
    'a handler that throws',
    async (world) => {
      const worker = world.startWorker({
        isOnline: () => {
          throw new Error('a bug');
        },
      });
      await worker.ask('lists.get', { fresh: true });
    },
    ['I4'],
  ],
  [
    'a message that no page asked for',
    async (world) => {
      const { sendMessage } = await world.worker.current();
      await sendMessage.send(world.sendOf());
    },
    ['I1', 'I8'],
  ],
  [
    'an add that no page asked for',
    async (world) => {
      const { addContact } = await world.worker.current();
      await addContact.add(addOf(await listNamed(world.worker, 'Nordic procurement')));
    },
    ['I8'],
  ],
  [
    'a contact that disappears',
    async ({ sandbox, contactId }) => {
      const headers = { authorization: `Bearer ${sandbox.key}` };
      await sandbox.fetch(`https://amazing.getsales.io/leads/api/leads/${contactId}`, { method: 'DELETE', headers });
    },
    ['I9'],
  ],
  [
    'an entry that was shown and is gone',
    async (world) => {
      await world.worker.ask('message.send', world.sendOf());
      await world.worker.ask('outbox.recent', { contactId: null });
      const database = await openDB(DATABASE);
      await database.clear('entries');
      database.close();
    },
    ['I2'],
  ],
  ['a key shown as rejected that GetSales accepts', (world) => world.storage.local.set({ keyRejected: true }), ['I6']],
  ['nothing', (world) => world.worker.ask('message.send', world.sendOf()), []],
])('finds %s', async (_what, happen, invariants) => {
  const printed = captureReports();
  onTestFinished(printed.stop);
  const world = await sendingWorld();
  const breaches = watchInvariants(world, printed);
  await happen(world);
  const found = (await breaches()).map(({ invariant }) => invariant);
  expect([...new Set(found)].toSorted()).toEqual(invariants);
});

test('finds a request to another host, without a key, that no page asked for', async () => {
  const printed = captureReports();
  onTestFinished(printed.stop);
  const world = await sendingWorld();
  const url = 'https://evil.example/take';
  const requested = [{ at: 0, url, method: 'POST', headers: new Headers(), body: null, answered: 200 }];
  const found = await watchInvariants({ ...world, requested }, printed)();
  expect(found.map(({ invariant }) => invariant).toSorted()).toEqual(['I5', 'I7', 'I8']);
});
