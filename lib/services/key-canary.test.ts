import { connectedWorld } from '@/e2e/support/worker';
import { addOf, contactIdOf, listNamed, newIntentId, senderNamed } from '@/e2e/support/worker-people';
import { jonas } from '@/e2e/support/cast';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { inputs } from '@/lib/messaging/protocol';

test('the key is in no answer, no stored item, no journal, no log and no address, whatever is asked and fails', async () => {
  const { worker, sandbox, storage, reports, startWorker } = await connectedWorld();
  const list = await listNamed(worker, 'Nordic procurement');
  const senderId = await senderNamed(worker, 'Mara (DE)');
  const contactId = await contactIdOf(worker, jonas);
  const add = addOf(list);
  const send = {
    intentId: newIntentId(),
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
    await worker.ask('contact.undo', { intentId: add.intentId }),
    await worker.ask('conversation.page', { contactId, senderId: null, offset: 0, fresh: true }),
    await worker.ask('message.send', send),
    await worker.ask('message.reconcile', { intentId: send.intentId }),
    await worker.ask('intents.recent', { contactId: null, limit: 100 }),
    await worker.ask('exchanges.recent', {}),
  ];
  sandbox.control.fault({ path: '/**', effect: { status: 500, body: { kind: 'html', text: sandbox.key } } });
  for (const name of ['lists.get', 'senders.get'] as const) answers.push(await worker.ask(name, { fresh: true }));
  const broken = startWorker({ fetch: () => Promise.reject(new Error(sandbox.key)) });
  answers.push(await broken.ask('lists.get', { fresh: true }), await broken.ask('contact.add', addOf(list)));

  const journal = await openDB('journal');
  const exchanges = await openDB('exchanges');
  const everything = [
    answers,
    storage.dump('local'),
    storage.dump('session'),
    await journal.getAll('intents'),
    await exchanges.getAll('exchanges'),
    reports,
    sandbox.control.requests(),
  ];
  journal.close();
  exchanges.close();
  expect(JSON.stringify(everything)).not.toContain(sandbox.key);
  expect(sandbox.control.requests().every(({ bearer }) => bearer !== 'none')).toBe(true);
});

test('only one message of the protocol takes a key, and none gives one', () => {
  const takesKey = Object.entries(inputs).filter(([, schema]) => 'key' in schema.def.shape);
  expect(takesKey.map(([name]) => name)).toEqual(['session.connect']);
});
