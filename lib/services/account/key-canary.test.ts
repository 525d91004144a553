import { connectedWorld } from '@/e2e/support/worker';
import {
  addOf,
  contactIdOf,
  identityOf,
  listNamed,
  LOOKUP,
  newEntryId,
  senderNamed,
} from '@/e2e/support/worker-people';
import { jonas } from '@/e2e/support/cast';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { inputs } from '@/lib/messaging/protocol';
import { REQUEST_LOG_DATABASE } from '@/lib/outbox/request-log';
import { DATABASE } from '@/lib/outbox/database';

test('the key appears in no answer, stored item, outbox, log or address, whatever succeeds or fails', async () => {
  const { worker, sandbox, storage, reports, startWorker } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  const senderId = await senderNamed(worker, 'Mara (DE)');
  const contactId = await contactIdOf(worker, jonas);
  const add = addOf(list);
  const send = {
    entryId: newEntryId(),
    contactId,
    senderId,
    personName: jonas.name,
    text: 'Hello Jonas',
    overrides: null,
  };

  const answers: unknown[] = [
    await worker.ask('session.connect', { key: sandbox.key, confirmed: null }),
    await worker.ask('session.connect', { key: `${sandbox.key}x`, confirmed: null }),
    await worker.ask('session.get', {}),
    await worker.ask('lists.create', { name: 'Canaries' }),
    await worker.ask('contact.add', add),
    await worker.ask('contact.undo', { entryId: add.entryId }),
    await worker.ask('conversation.page', { contactId, senderId: null, offset: 0, fresh: true }),
    await worker.ask('message.send', send),
    await worker.ask('message.reconcile', { entryId: send.entryId }),
    await worker.ask('outbox.recent', { contactId: null }),
    await worker.ask('requestLog.recent', {}),
  ];
  sandbox.control.fault({ path: '/**', effect: { status: 500, body: { kind: 'html', text: sandbox.key } } });
  for (const name of ['lists.get', 'senders.get'] as const) answers.push(await worker.ask(name, { fresh: true }));
  const broken = startWorker({ fetch: () => Promise.reject(new Error(sandbox.key)) });
  answers.push(await broken.ask('lists.get', { fresh: true }), await broken.ask('contact.add', addOf(list)));

  const outbox = await openDB(DATABASE);
  const loggedRequests = await openDB(REQUEST_LOG_DATABASE);
  const everything = [
    answers,
    storage.dump('local'),
    storage.dump('session'),
    await outbox.getAll('entries'),
    await loggedRequests.getAll('requests'),
    reports,
    sandbox.control.requests(),
  ];
  outbox.close();
  loggedRequests.close();
  expect(JSON.stringify(everything)).not.toContain(sandbox.key);
  expect(sandbox.control.requests().every(({ bearer }) => bearer !== 'none')).toBe(true);
});

test.each([200, 422])(
  'the key appears nowhere when every answer with status %i repeats it in texts and names',
  async (status) => {
    const world = await connectedWorld();
    const { sandbox, storage, reports } = world;
    const list = await listNamed(world.worker, 'Nordic procurement');
    const senderId = await senderNamed(world.worker, 'Mara (DE)');
    const contactId = await contactIdOf(world.worker, jonas);
    const worker = world.startWorker({ fetch: repeatKey(sandbox.fetch, sandbox.key, status) });
    const add = addOf(list);
    const present = addOf(list, { identity: identityOf(jonas), ifPresent: 'move' });
    const send = {
      entryId: newEntryId(),
      contactId,
      senderId,
      personName: jonas.name,
      text: 'Hello Jonas',
      overrides: null,
    };
    const answers: unknown[] = [
      await worker.ask('session.connect', { key: sandbox.key, confirmed: null }),
      await worker.ask('session.get', {}),
      await worker.ask('lists.get', { fresh: true }),
      await worker.ask('senders.get', { fresh: true }),
      await worker.ask('lists.create', { name: 'Canaries' }),
      await worker.ask('contact.status', { identity: identityOf(jonas), fresh: true }),
      await worker.ask('contact.add', add),
      await worker.ask('contact.add', present),
      await worker.ask('contact.undo', { entryId: add.entryId }),
      await worker.ask('contact.undo', { entryId: present.entryId }),
      await worker.ask('conversation.page', { contactId, senderId: null, offset: 0, fresh: true }),
      await worker.ask('message.send', send),
      await worker.ask('message.reconcile', { entryId: send.entryId }),
      await worker.ask('activity.page', { show: 'all', after: null, limit: 50 }),
      await worker.ask('activity.retry', { entryId: add.entryId }),
      await worker.ask('outbox.recent', { contactId: null }),
      await worker.ask('requestLog.recent', {}),
    ];
    const onDisk = [
      storage.dump('local'),
      storage.dump('session'),
      await stored(DATABASE),
      await stored(REQUEST_LOG_DATABASE),
    ];
    const everything = JSON.stringify([answers, onDisk, reports]);
    expect(JSON.stringify(answers)).toContain('[key removed]');
    for (const part of [sandbox.key, ...sandbox.key.split('.')]) expect(everything).not.toContain(part);
  },
);

/** Every value of every store of a database. */
async function stored(name: string): Promise<readonly unknown[]> {
  const database = await openDB(name);
  const values = await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store)));
  database.close();
  return values;
}

const TEXTS = new Set([
  'name',
  'first_name',
  'last_name',
  'company_name',
  'headline',
  'position',
  'email',
  'text',
  'about',
]);

/** GetSales with the key repeated in all texts and property names; a status other than 200 refuses every write. */
function repeatKey(fetch: typeof globalThis.fetch, key: string, status: number): typeof globalThis.fetch {
  const withKey = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withKey);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, each]) => [
      name,
      typeof each === 'string' && TEXTS.has(name) ? `${each} Bearer ${key}` : withKey(each),
    ]);
    return Object.fromEntries([...entries, [key, key]]);
  };
  return async (input, init) => {
    const isLookup = input instanceof URL && input.pathname === LOOKUP;
    if (status !== 200 && init?.method !== 'GET' && !isLookup) {
      const error = { reason: key, message: `Bearer ${key} no`, data: { [key]: [`${key} is not valid`] } };
      return Response.json({ error }, { status });
    }
    const answer = await fetch(input, init);
    const text = await answer.text();
    const { status: given, headers } = answer;
    return text === '' ? answer : new Response(JSON.stringify(withKey(JSON.parse(text))), { status: given, headers });
  };
}

test('only session.connect takes a key', () => {
  const takesKey = Object.entries(inputs).filter(([, schema]) => 'key' in schema.def.shape);
  expect(takesKey.map(([name]) => name)).toEqual(['session.connect']);
});
