import { memoryLocks } from '@/e2e/support/memory-locks';
import { sendingWorld, TEXT, type SendingWorld } from '@/e2e/support/sending';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { SenderId } from '@/lib/domain/ids';
import { cancelPeriodSeconds } from '@/lib/settings/items';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** A worker whose sleeps end when the test calls `over`. */
function workerWithManualSleep() {
  const waits: { readonly ms: number; readonly over: () => void }[] = [];
  const worker = world.startWorker({
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const over = (): void => {
          resolve();
        };
        signal?.addEventListener('abort', over);
        waits.push({ ms, over });
      }),
  });
  return { worker, waits };
}

describe('the time in which a message can be cancelled', () => {
  test('is five seconds, during which it is queued and no request is sent', async () => {
    const { worker, waits } = workerWithManualSleep();
    const answer = worker.ask('message.send', world.sendOf());
    await vi.waitFor(() => {
      expect(waits).toMatchObject([{ ms: 5_000 }]);
    });
    const sendAt = new Date(world.now() + 5_000).toISOString();
    expect(await world.states()).toEqual([{ name: 'queued', sendAt, blockedBy: null }]);
    expect(world.sandbox.control.requests()).toEqual([]);
    waits[0]?.over();
    expect(await answer).toMatchObject(ok({ state: 'sent' }));
    expect(world.posts()).toHaveLength(1);
  });

  test('is the time that the user chose', async () => {
    await cancelPeriodSeconds.setValue(20);
    const { worker, waits } = workerWithManualSleep();
    void worker.ask('message.send', world.sendOf());
    await vi.waitFor(() => {
      expect(waits).toMatchObject([{ ms: 20_000 }]);
    });
    await cancelPeriodSeconds.setValue(30);
    void worker.ask('message.send', world.sendOf({ senderId: SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002') }));
    await vi.waitFor(() => {
      expect(waits).toMatchObject([{ ms: 20_000 }, { ms: 30_000 }]);
    });
  });

  test('is not cut short when the message was delayed within it and the connection returns', async () => {
    const { worker, waits } = workerWithManualSleep();
    const { account } = (await worker.current()).generation;
    const { entryId, ...what } = world.sendOf();
    const createdAt = new Date(world.now()).toISOString();
    await (
      await worker.current()
    ).outbox.add({
      ...what,
      kind: 'send',
      id: entryId,
      account: account.id,
      createdAt,
      settledAt: null,
      dispatchedAt: null,
      baseline: [],
      skewMs: null,
      state: { name: 'queued', sendAt: createdAt, blockedBy: { code: 'key-replaced' } },
    });
    const resumed = worker.services.recovery.processDue(true);
    await vi.waitFor(() => {
      expect(waits).toMatchObject([{ ms: 5_000 }]);
    });
    expect(world.posts()).toEqual([]);
    waits[0]?.over();
    await resumed;
    expect(world.posts()).toHaveLength(1);
  });

  test('ends with a cancel: nothing is sent, then or later', async () => {
    const { worker, waits } = workerWithManualSleep();
    const send = world.sendOf();
    const answer = worker.ask('message.send', send);
    await vi.waitFor(() => {
      expect(waits).toHaveLength(1);
    });
    expect(await worker.ask('message.cancel', { entryId: send.entryId })).toEqual(ok(null));
    expect(await answer).toEqual(err({ code: 'cancelled' }));
    await world.startWorker().services.recovery.processDue(true);
    expect(await world.states()).toEqual([{ name: 'cancelled', why: 'by-user' }]);
    expect(world.posts()).toEqual([]);
    expect(await worker.ask('message.cancel', { entryId: send.entryId })).toEqual(ok(null));
  });

  test('is over once the message is sent', async () => {
    const send = world.sendOf();
    await world.worker.ask('message.send', send);
    expect(await world.worker.ask('message.cancel', { entryId: send.entryId })).toEqual(err({ code: 'too-late' }));
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
  });

  test('is over at the dispatch: a cancel during the look before prevents it', async () => {
    const send = world.sendOf();
    const worker = world.startWorker({
      fetch: async (input, init) => {
        const answer = await world.sandbox.fetch(input, init);
        await world.worker.ask('message.cancel', { entryId: send.entryId });
        return answer;
      },
    });
    expect(await worker.ask('message.send', send)).toEqual(err({ code: 'cancelled' }));
    expect(world.posts()).toEqual([]);
    expect(await world.states()).toEqual([{ name: 'cancelled', why: 'by-user' }]);
  });
});

describe('a message that waits for a connection', () => {
  test('stays queued while offline, and is sent once there is a connection', async () => {
    world.setOnline(false);
    const send = world.sendOf();
    const blockedBy = { code: 'offline' } as const;
    expect(await world.worker.ask('message.send', send)).toMatchObject(
      ok({ state: 'queued', entryId: send.entryId, blockedBy }),
    );
    expect(await world.states()).toMatchObject([{ name: 'queued', blockedBy }]);
    expect(world.sandbox.control.requests()).toEqual([]);
    world.setOnline(true);
    expect(await world.worker.ask('connection.back', {})).toEqual(ok(null));
    expect(await world.states()).toEqual([{ name: 'sent', messageId: world.onServer()[0] }]);
    expect(world.posts()).toHaveLength(1);
  });

  test('is retried half a minute later when GetSales cannot be reached', async () => {
    world.faultList({ connection: 'reset-unread' });
    await world.worker.ask('message.send', world.sendOf());
    const blockedBy = { code: 'unreachable', why: 'network' };
    expect(await world.states()).toMatchObject([{ name: 'queued', blockedBy }]);
    expect(await world.worker.services.recovery.processDue(false)).toEqual(ok(world.now() + 30_000));
    world.sandbox.control.clearFaults();
    world.pass(30_000);
    await world.worker.services.recovery.processDue(false);
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
  });

  test.each([
    ['more than ten minutes after it was written', 600_001],
    ['when the clock was set back by a day', -86_400_000],
  ])('is not sent %s', async (_name, ms) => {
    world.setOnline(false);
    await world.worker.ask('message.send', world.sendOf());
    world.setOnline(true);
    world.pass(ms);
    await world.startWorker().services.recovery.processDue(true);
    expect(await world.states()).toEqual([{ name: 'cancelled', why: 'expired' }]);
    expect(world.posts()).toEqual([]);
  });

  test('is sent just under ten minutes after it was written', async () => {
    world.setOnline(false);
    await world.worker.ask('message.send', world.sendOf());
    world.setOnline(true);
    world.pass(599_000 - 5_000);
    await world.startWorker().services.recovery.processDue(true);
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
  });

  test('waits for the next key once GetSales rejected this one, and is sent with it', async () => {
    world.setOnline(false);
    await world.worker.ask('message.send', world.sendOf());
    world.setOnline(true);
    const { control, keys } = world.sandbox;
    control.revokeKey();
    await world.worker.ask('lists.get', { fresh: true });
    control.clearRequests();
    await world.startWorker().services.recovery.processDue(true);
    expect(control.requests()).toEqual([]);
    expect(await world.states()).toMatchObject([{ name: 'queued' }]);
    await world.worker.ask('session.connect', { key: keys.mainRenewed, confirmed: null });
    world.pass(30_000);
    await world.startWorker().services.recovery.processDue(false);
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
    expect(world.posts()).toMatchObject([{ keyName: 'mainRenewed' }]);
  });

  test('is refused when the key was revoked since', async () => {
    world.setOnline(false);
    await world.worker.ask('message.send', world.sendOf());
    world.setOnline(true);
    world.sandbox.control.revokeKey();
    await world.worker.services.recovery.processDue(true);
    expect(await world.states()).toEqual([{ name: 'refused', error: { code: 'key-rejected' } }]);
    expect(world.posts()).toEqual([]);
  });

  test('blocks another message to the same person from the same sender', async () => {
    world.setOnline(false);
    await world.worker.ask('message.send', world.sendOf());
    expect(await world.startWorker().ask('message.send', world.sendOf({ text: 'And another' }))).toEqual(
      err({ code: 'busy' }),
    );
  });
});

test('a message whose worker was stopped before the dispatch is sent once by the next worker', async () => {
  const { worker, waits } = workerWithManualSleep();
  void worker.ask('message.send', world.sendOf());
  await vi.waitFor(() => {
    expect(waits).toHaveLength(1);
  });
  world.pass(60_000);
  // A worker's locks end with it.
  const next = world.startWorker({ locks: memoryLocks() });
  await next.services.recovery.markInterrupted();
  await next.services.recovery.processDue(false);
  expect(world.posts().map(({ body }) => body)).toMatchObject([{ text: TEXT }]);
  expect(await world.states()).toMatchObject([{ name: 'sent' }]);
});
