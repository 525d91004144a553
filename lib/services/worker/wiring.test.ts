import { connectedWorld } from '@/e2e/support/worker';
import { addOf, identityOf, listNamed, newEntryId, UPSERT } from '@/e2e/support/worker-people';
import { li } from '@/e2e/support/cast';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { recentListIds } from '@/lib/settings/items';

test('the lists that were added to last come first, each once, up to eight', async () => {
  const { worker } = await connectedWorld();
  const lists = await worker.ask('lists.get', { fresh: false });
  const [first, ...others] = lists.ok ? lists.value.value.lists : [];
  const used = [first, ...others.slice(0, 8), others[4]].flatMap((list) => (list === undefined ? [] : [list]));
  for (const list of used) await worker.ask('contact.add', addOf(list, { ifPresent: 'move' }));
  const expected = [4, 7, 6, 5, 3, 2, 1, 0].map((index) => others[index]?.id);
  expect(await recentListIds.getValue()).toEqual(expected);
});

test('lists are found at GetSales by a part of their name', async () => {
  const { worker } = await connectedWorld();
  expect(await worker.ask('lists.find', { text: 'procurement' })).toMatchObject(ok([{ name: 'Nordic procurement' }]));
});

describe('due work', () => {
  test('is an error while the storage cannot be read', async () => {
    const { worker } = await connectedWorld();
    const error = { code: 'storage-unavailable', trouble: 'newer' } as const;
    const vault = await openDB('vault');
    const newer = vault.version + 1;
    vault.close();
    (await openDB('vault', newer)).close();
    expect(await worker.services.recovery.processDue(true)).toEqual(err(error));
  });

  test('is done at once with a connection that is back', async () => {
    const { worker, sandbox, setOnline } = await connectedWorld();
    const list = await listNamed(worker, 'Nordic procurement');
    setOnline(false);
    await worker.ask('contact.add', addOf(list));
    setOnline(true);
    expect(await worker.ask('connection.back', {})).toEqual(ok(null));
    expect(sandbox.control.contact('mira-okonkwo')).not.toBeNull();
  });
});

test('an add waits for the pause of its retry without moving on when its key is closed', async () => {
  const { startWorker, sandbox } = await connectedWorld();
  const signals: (AbortSignal | undefined)[] = [];
  const worker = startWorker({
    sleep: (_ms, signal) => {
      signals.push(signal);
      return Promise.resolve();
    },
  });
  const list = await listNamed(worker, 'Nordic procurement');
  sandbox.control.fault({ path: UPSERT, times: 1, effect: { connection: 'reset-before' } });
  await worker.ask('contact.add', addOf(list, { identity: identityOf(li), entryId: newEntryId() }));
  expect(signals.map((signal) => signal?.aborted)).toContain(false);
  await (await worker.current()).generation.close();
  expect(signals.map((signal) => signal?.aborted)).toContain(true);
});
