import { createOutboxStore } from '@/lib/outbox/outbox';
import { storeAsV1 } from '@/lib/vault/testing/store-record';
import { deleteDB, openDB } from 'idb';
import { addingWorld } from '@/e2e/support/adding';
import { memoryLocks } from '@/e2e/support/memory-locks';
import { sendingWorld, type SendingWorld } from '@/e2e/support/sending';
import { addOf } from '@/e2e/support/worker-people';
import { DATABASE, VERSION } from '@/lib/outbox/database';
import { createScheduler } from '@/lib/services/worker/scheduler';
import { createKeepAwake, updateWhenIdle } from '@/lib/services/worker/lifetime';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { storeRecordsV1 } from '@/lib/outbox/testing/database-v1';
import oldRecords from '@/lib/outbox/testing/records-v1.json';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** Sends a message with a worker that dies at its `nth` request, then starts the next worker. */
async function dieAtRequest(nth: number, isDone: boolean) {
  let asked = 0;
  const worker = world.startWorker({
    fetch: async (input, init) => {
      asked += 1;
      if (asked < nth) return world.sandbox.fetch(input, init);
      if (isDone) await world.sandbox.fetch(input, init);
      return new Promise(() => undefined);
    },
    locks: memoryLocks(),
  });
  void worker.ask('message.send', world.sendOf());
  await vi.waitFor(() => {
    expect(asked).toBe(nth);
  });
  await new Promise(setImmediate);
  const next = world.startWorker({ locks: memoryLocks() });
  await next.services.recovery.markInterrupted();
  for (let due = await next.services.recovery.processDue(true); due.ok && due.value !== null;) {
    world.pass(Math.max(1, due.value - world.now()));
    due = await next.services.recovery.processDue(true);
  }
}

describe('L1: a worker that dies', () => {
  test.each([
    ['L1: dies during the lookup before sending: the next worker sends', 1, false, 'sent', 1],
    ['L1: dies after the lookup: the next worker sends', 1, true, 'sent', 1],
    ['L1: dies after a POST that does not arrive: unknown', 2, false, 'unknown', 0],
    ['L1: dies after a POST that arrives: found, sent', 2, true, 'sent', 1],
  ] as const)('%s', async (_name, nth, isDone, state, arrived) => {
    await dieAtRequest(nth, isDone);
    expect(await world.states()).toMatchObject([{ name: state }]);
    expect(world.onServer()).toHaveLength(arrived);
    expect(world.posts().length).toBeLessThanOrEqual(1);
  });
});

test('L3: work that takes minutes keeps the worker awake with a ping every twenty seconds', async () => {
  const pings: number[] = [];
  let asleep = 0;
  const keepAwake = createKeepAwake({
    ping: () => Promise.resolve(pings.push(asleep)),
    sleep: (ms) => {
      asleep += ms;
      return new Promise(setImmediate);
    },
  });
  await keepAwake(() => vi.waitFor(() => expect(pings.length).toBeGreaterThan(10)));
  expect(pings.slice(0, 3)).toEqual([20_000, 40_000, 60_000]);
});

test('L4: twenty simultaneous presses cause one POST', async () => {
  const send = world.sendOf();
  await Promise.all(Array.from({ length: 20 }, () => world.worker.ask('message.send', send)));
  expect(world.posts()).toHaveLength(1);
});

test('L5: two windows that send at the same time cause one POST, and the other one gets an error', async () => {
  const answers = await Promise.all(
    [1, 2].map((n) => world.worker.ask('message.send', world.sendOf({ text: `From ${n}` }))),
  );
  expect(answers).toMatchObject([{ ok: true }, err({ code: 'busy' })]);
  expect(world.posts()).toHaveLength(1);
});

test('L6: an update during a send: the next version looks the message up and does not send it again', async () => {
  await dieAtRequest(2, true);
  expect(world.posts()).toHaveLength(1);
  expect(await world.states()).toMatchObject([{ name: 'sent' }]);
});

test('L7: an update waits for a message that is being sent', async () => {
  const order: string[] = [];
  let looks = 2;
  await updateWhenIdle({
    isSending: () => Promise.resolve(looks-- > 0),
    sleep: () => Promise.resolve(order.push('waits')).then(() => undefined),
    reload: () => order.push('reload'),
  });
  expect(order).toEqual(['waits', 'waits', 'reload']);
});

test('L8: a newer schema on disk: nothing is sent, reads still work, and the records stay', async () => {
  await createOutboxStore(Date.now).erase();
  (await openDB(DATABASE, VERSION + 1)).close();
  const worker = world.startWorker();
  const newer = err({ code: 'storage-unavailable', trouble: 'newer' });
  expect(await worker.ask('message.send', world.sendOf())).toEqual(newer);
  expect(await worker.ask('activity.page', { show: 'all', after: null, limit: 1 })).toEqual(newer);
  expect(await worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  expect(await indexedDB.databases()).toContainEqual({ name: DATABASE, version: VERSION + 1 });
});

/** Version 0.1.0 knew one account, and its records name none. */
const recordsOf010 = oldRecords.filter(({ intent }) => !('account' in intent));

test('L9: records of version 0.1.0 are read and resumed', async () => {
  const { sandbox, storage } = world;
  await deleteDB('vault');
  await storeAsV1(sandbox.key);
  const account = { userName: 'Mara Lind', email: 'mara@acme.test', workspace: 'Acme', teamId: 812 };
  await storage.local.clear();
  await storage.local.set({ account: { ...account, keyTail: 'abcd', keyExpiresAt: null } });
  await createOutboxStore(Date.now).erase();
  await storeRecordsV1(recordsOf010);
  const worker = world.startWorker();
  await worker.services.session.start();
  await worker.services.recovery.markInterrupted();
  const page = await worker.ask('activity.page', { show: 'all', after: null, limit: 50 });
  expect(page).toMatchObject(ok({ entries: { length: recordsOf010.length }, damaged: 0 }));
});

describe('L10: storage that fails', () => {
  const failing = (name: string) => (): never => {
    throw new DOMException('no', name);
  };

  test.each([
    ['QuotaExceededError', 'quota'],
    ['UnknownError', 'unknown'],
    ['NotFoundError', 'missing'],
  ])('L10: %s on writing: reports the error, and sends nothing', async (name, trouble) => {
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(failing(name));
    expect(await world.worker.ask('message.send', world.sendOf())).toEqual(
      err({ code: 'storage-unavailable', trouble }),
    );
    vi.restoreAllMocks();
    expect(world.sandbox.control.requests()).toEqual([]);
  });

  test('L10: a failed write right before the POST: sends nothing', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(failing('QuotaExceededError'));
    const blockedBy = { code: 'storage-unavailable', trouble: 'quota' };
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'queued', blockedBy }));
    vi.restoreAllMocks();
    expect(world.posts()).toEqual([]);
    expect(await world.states()).toMatchObject([{ name: 'queued' }]);
  });

  test('L10: a damaged record is counted and kept, and the others are processed', async () => {
    await world.worker.ask('message.send', world.sendOf());
    const db = await openDB(DATABASE);
    await db.put('entries', { id: 'x', createdAt: '2026', stateName: 'queued', entry: { kind: 'send', text: 7 } });
    db.close();
    await world.startWorker().services.recovery.processDue(true);
    expect(await world.worker.ask('activity.page', { show: 'all', after: null, limit: 9 })).toMatchObject(
      ok({ entries: { length: 1 }, damaged: 1 }),
    );
  });

  test('L10: unreadable settings: uses an undo window of five seconds, then sends', async () => {
    const undo: number[] = [];
    const worker = world.startWorker({
      sleep: (ms) => {
        undo.push(ms);
        return Promise.resolve();
      },
    });
    const { sendMessage } = await worker.current();
    vi.spyOn(world.storage.local, 'get').mockRejectedValue(new Error('no'));
    await sendMessage.send(world.sendOf());
    vi.restoreAllMocks();
    expect(undo).toContain(5_000);
  });
});

test('L11: a full disk: an add fails with an error', async () => {
  const adding = await addingWorld();
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('disk full', 'QuotaExceededError');
  });
  expect(await adding.worker.ask('contact.add', addOf(adding.procurement))).toEqual(
    err({ code: 'storage-unavailable', trouble: 'quota' }),
  );
  vi.restoreAllMocks();
});

test('L12: an alarm that fires twice, or hours late, repeats nothing', async () => {
  world.faultPost({ connection: 'hang-after' });
  void world.worker.ask('message.send', world.sendOf());
  await vi.waitFor(() => {
    expect(world.onServer()).toHaveLength(1);
  });
  const next = world.startWorker({ locks: memoryLocks() });
  await next.services.recovery.markInterrupted();
  world.pass(9 * 3_600_000);
  await Promise.all([next.services.recovery.processDue(false), next.services.recovery.processDue(false)]);
  await next.services.recovery.processDue(false);
  expect(await world.states()).toMatchObject([{ name: 'sent' }]);
  expect(world.posts()).toHaveLength(1);
});

test.each([
  ['L13: a day forward', 86_400_000],
  ['L13: a day back', -86_400_000],
  ['L13: an hour forward, as in spring', 3_600_000],
  ['L13: an hour back, as in autumn', -3_600_000],
])('%s while a message is unconfirmed: it is looked up in the end, never sent again', async (_name, ms) => {
  world.faultPost({ connection: 'reset-after' });
  const hidden = world.faultList({ body: { kind: 'json', value: { data: [], total: 0 } } }, 1);
  await world.worker.ask('message.send', world.sendOf());
  hidden.remove();
  world.pass(ms);
  const { recovery } = world.worker.services;
  for (
    let next = await recovery.processDue(false);
    next.ok && next.value !== null;
    next = await recovery.processDue(false)
  ) {
    expect(next.value - world.now()).toBeLessThanOrEqual(420_000);
    world.pass(next.value - world.now());
  }
  expect(world.posts()).toHaveLength(1);
  expect(world.onServer()).toHaveLength(1);
});

test('L14: a connection that comes and goes every second: at most one attempt every five seconds', async () => {
  let tries = 0;
  let nowMs = 0;
  const scheduler = createScheduler({
    processDue: () => {
      tries += 1;
      return Promise.resolve(ok(null));
    },
    now: () => nowMs,
    sleep: () => new Promise(() => undefined),
    keepAwake: (act) => act(),
    setAlarm: () => Promise.resolve(),
    report: () => undefined,
  });
  for (; nowMs < 60_000; nowMs += 1_000) await scheduler.handleOnline();
  expect(tries).toBe(12);
});
