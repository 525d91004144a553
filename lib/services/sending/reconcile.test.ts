import { senderNamed, type newEntryId } from '@/e2e/support/worker-people';
import { sendingWorld, TEXT, type SendingWorld } from '@/e2e/support/sending';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

describe('an unconfirmed message', () => {
  /** A message that arrived and is not listed yet. */
  async function unlisted() {
    const send = world.sendOf();
    world.faultPost({ connection: 'reset-after' }, 1);
    const lag = world.faultList({ listLagMs: 60_000 });
    expect(await world.worker.ask('message.send', send)).toEqual(ok({ state: 'unknown', entryId: send.entryId }));
    return { send, lag };
  }
  /** A message that never arrived. */
  async function vanished() {
    const send = world.sendOf();
    world.faultPost({ connection: 'reset-before' }, 1);
    await world.worker.ask('message.send', send);
    return send;
  }
  const reconcile = (entryId: ReturnType<typeof newEntryId>) => world.worker.ask('message.reconcile', { entryId });

  test('is found as soon as it is listed, without leaving again', async () => {
    const { send, lag } = await unlisted();
    expect(await reconcile(send.entryId)).toEqual(ok({ state: 'unknown', entryId: send.entryId }));
    lag.remove();
    expect(await reconcile(send.entryId)).toMatchObject(ok({ state: 'sent', message: { text: TEXT } }));
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
    expect(world.posts()).toHaveLength(1);
  });

  test('that never arrived stays unconfirmed, however often one looks', async () => {
    const { entryId } = await vanished();
    for (let times = 0; times < 5; times += 1) {
      expect(await reconcile(entryId)).toEqual(ok({ state: 'unknown', entryId }));
      world.pass(300_000);
    }
    expect(world.posts()).toHaveLength(1);
  });

  test('is not taken for one that somebody else sent with the same words, when both are there', async () => {
    const { send, lag } = await unlisted();
    world.sandbox.control.writeMessage({ leadUuid: world.contactId, senderUuid: world.senderId, text: TEXT });
    lag.remove();
    expect(await reconcile(send.entryId)).toEqual(ok({ state: 'unknown', entryId: send.entryId }));
  });

  test('is not taken for an older one with the same words', async () => {
    world.sandbox.control.writeMessage({ leadUuid: world.contactId, senderUuid: world.senderId, text: TEXT });
    const { entryId } = await vanished();
    expect(await reconcile(entryId)).toEqual(ok({ state: 'unknown', entryId }));
  });

  test.each([
    ['a day ahead', 93_600_000],
    ['a day behind', -93_600_000],
  ])('is found when GetSales’ clock is %s', async (_name, ms) => {
    world.sandbox.control.advance(ms);
    world.faultPost({ connection: 'reset-after' });
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
  });

  test('is found by what was there before, when GetSales does not tell the time', async () => {
    world.faultList({ headers: { date: null } });
    world.faultPost({ connection: 'reset-after' });
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
  });

  test('that the look cannot reach stays unconfirmed', async () => {
    world.faultPost({ connection: 'reset-after' });
    world.faultList({ status: 500 }, 1);
    const send = world.sendOf();
    expect(await world.worker.ask('message.send', send)).toEqual(ok({ state: 'unknown', entryId: send.entryId }));
    expect(await reconcile(send.entryId)).toEqual(err({ code: 'server-trouble', status: 500 }));
  });

  describe('and the same words again', () => {
    test('do not leave as if nothing had happened', async () => {
      const { entryId } = await vanished();
      expect(await world.worker.ask('message.send', world.sendOf({ text: `${TEXT} ` }))).toEqual(
        err({ code: 'unconfirmed', entryId }),
      );
      expect(world.posts()).toHaveLength(1);
    });

    test('do not leave when the first one has arrived after all', async () => {
      const { send, lag } = await unlisted();
      lag.remove();
      expect(await world.worker.ask('message.send', world.sendOf())).toEqual(
        err({ code: 'duplicate-intent', entryId: send.entryId }),
      );
      expect(await world.states()).toMatchObject([{ name: 'sent' }]);
      expect(world.posts()).toHaveLength(1);
    });

    test('leave to another person, in other words, and a day later', async () => {
      await vanished();
      const other = await world.worker.ask('message.send', world.sendOf({ text: 'Something else' }));
      expect(other).toMatchObject(ok({ state: 'sent' }));
      world.pass(86_400_001);
      expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
    });
  });

  describe('and Send anyway', () => {
    test('looks again, and sends when it is still not there', async () => {
      const { entryId } = await vanished();
      expect(await world.worker.ask('message.send', world.sendOf({ overrides: entryId }))).toMatchObject(
        ok({ state: 'sent' }),
      );
      expect(world.posts()).toHaveLength(2);
      expect(world.onServer()).toHaveLength(1);
    });

    test('sends nothing when it is there now', async () => {
      const { send, lag } = await unlisted();
      lag.remove();
      expect(await world.worker.ask('message.send', world.sendOf({ overrides: send.entryId }))).toEqual(
        err({ code: 'duplicate-intent', entryId: send.entryId }),
      );
      expect(world.posts()).toHaveLength(1);
    });

    test('sends nothing when it cannot look', async () => {
      const { entryId } = await vanished();
      world.faultList({ status: 500 });
      expect(await world.worker.ask('message.send', world.sendOf({ overrides: entryId }))).toMatchObject({
        ok: false,
      });
      expect(world.posts()).toHaveLength(1);
    });

    test('does not send to anybody else than the first one went to', async () => {
      const { entryId } = await vanished();
      const tom = await senderNamed(world.worker, 'Tom');
      expect(await world.worker.ask('message.send', world.sendOf({ overrides: entryId, senderId: tom }))).toEqual(
        err({ code: 'bad-request' }),
      );
      expect(world.posts()).toHaveLength(1);
    });
  });
});

describe('a worker that died while it sent', () => {
  async function died(connection: 'hang' | 'hang-after') {
    world.faultPost({ connection });
    const send = world.sendOf();
    void world.worker.ask('message.send', send);
    await vi.waitFor(() => {
      expect(world.posts()).toHaveLength(1);
      expect(world.onServer()).toHaveLength(connection === 'hang' ? 0 : 1);
    });
    world.sandbox.control.clearFaults();
    return send;
  }

  test('leaves an unconfirmed message behind, and the next worker sends nothing', async () => {
    const { entryId } = await died('hang');
    const next = world.startWorker();
    await next.services.recovery.sweep();
    await next.services.recovery.work(false);
    expect(await world.states(next)).toEqual([{ name: 'unknown', error: { code: 'unconfirmed', entryId }, looks: 1 }]);
    expect(world.posts()).toHaveLength(1);
  });

  test('has sent it when the next worker finds it', async () => {
    await died('hang-after');
    const next = world.startWorker();
    await next.services.recovery.sweep();
    await next.services.recovery.work(false);
    expect(await world.states(next)).toEqual([{ name: 'sent', messageId: world.onServer()[0] }]);
    expect(world.posts()).toHaveLength(1);
  });

  test('a sweep that runs twice changes nothing the second time', async () => {
    await died('hang');
    const next = world.startWorker();
    await next.services.recovery.sweep();
    const swept = await world.states();
    await next.services.recovery.sweep();
    await world.startWorker().services.recovery.sweep();
    expect(await world.states()).toEqual(swept);
  });
});
