import { senderNamed, type newEntryId } from '@/e2e/support/worker-people';
import { sendingWorld, TEXT, type SendingWorld } from '@/e2e/support/sending';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

describe('an unconfirmed message', () => {
  /** A message that arrived but is not listed yet. */
  async function sendUnlistedMessage() {
    const send = world.sendOf();
    world.faultPost({ connection: 'reset-after' }, 1);
    const lag = world.faultList({ listLagMs: 60_000 });
    expect(await world.worker.ask('message.send', send)).toEqual(ok({ state: 'unknown', entryId: send.entryId }));
    return { send, lag };
  }
  /** A message that never arrived. */
  async function sendLostMessage() {
    const send = world.sendOf();
    world.faultPost({ connection: 'reset-before' }, 1);
    await world.worker.ask('message.send', send);
    return send;
  }
  const reconcile = (entryId: ReturnType<typeof newEntryId>) => world.worker.ask('message.reconcile', { entryId });

  test('is found once GetSales lists it, and is not sent again', async () => {
    const { send, lag } = await sendUnlistedMessage();
    expect(await reconcile(send.entryId)).toEqual(ok({ state: 'unknown', entryId: send.entryId }));
    lag.remove();
    expect(await reconcile(send.entryId)).toMatchObject(ok({ state: 'sent', message: { text: TEXT } }));
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
    expect(world.posts()).toHaveLength(1);
  });

  test('stays unconfirmed however often it is looked for, if it never arrived', async () => {
    const { entryId } = await sendLostMessage();
    for (let times = 0; times < 5; times += 1) {
      expect(await reconcile(entryId)).toEqual(ok({ state: 'unknown', entryId }));
      world.pass(300_000);
    }
    expect(world.posts()).toHaveLength(1);
  });

  test('is not matched when a second message with the same text is listed', async () => {
    const { send, lag } = await sendUnlistedMessage();
    world.sandbox.control.writeMessage({ leadUuid: world.contactId, senderUuid: world.senderId, text: TEXT });
    lag.remove();
    expect(await reconcile(send.entryId)).toEqual(ok({ state: 'unknown', entryId: send.entryId }));
  });

  test('is not matched with an older message with the same text', async () => {
    world.sandbox.control.writeMessage({ leadUuid: world.contactId, senderUuid: world.senderId, text: TEXT });
    const { entryId } = await sendLostMessage();
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

  test('is found by the baseline alone when GetSales sends no date', async () => {
    world.faultList({ headers: { date: null } });
    world.faultPost({ connection: 'reset-after' });
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
  });

  test('stays unconfirmed when looking for it fails', async () => {
    world.faultPost({ connection: 'reset-after' });
    world.faultList({ status: 500 }, 1);
    const send = world.sendOf();
    expect(await world.worker.ask('message.send', send)).toEqual(ok({ state: 'unknown', entryId: send.entryId }));
    expect(await reconcile(send.entryId)).toEqual(err({ code: 'server-trouble', status: 500 }));
  });

  describe('and a second message with the same text', () => {
    test('is not sent while the first is unconfirmed', async () => {
      const { entryId } = await sendLostMessage();
      expect(await world.worker.ask('message.send', world.sendOf({ text: `${TEXT} ` }))).toEqual(
        err({ code: 'unconfirmed', entryId }),
      );
      expect(world.posts()).toHaveLength(1);
    });

    test('is not sent when the first one arrived after all', async () => {
      const { send, lag } = await sendUnlistedMessage();
      lag.remove();
      expect(await world.worker.ask('message.send', world.sendOf())).toEqual(
        err({ code: 'duplicate-entry', entryId: send.entryId }),
      );
      expect(await world.states()).toMatchObject([{ name: 'sent' }]);
      expect(world.posts()).toHaveLength(1);
    });

    test('is sent with another text only, also when the clock was set a day ahead', async () => {
      const { entryId } = await sendLostMessage();
      const other = await world.worker.ask('message.send', world.sendOf({ text: 'Something else' }));
      expect(other).toMatchObject(ok({ state: 'sent' }));
      world.pass(86_400_001);
      expect(await world.worker.ask('message.send', world.sendOf())).toEqual(err({ code: 'unconfirmed', entryId }));
    });
  });

  describe('and Send anyway', () => {
    test('looks again, and sends when the message is still not there', async () => {
      const { entryId } = await sendLostMessage();
      expect(await world.worker.ask('message.send', world.sendOf({ overrides: entryId }))).toMatchObject(
        ok({ state: 'sent' }),
      );
      expect(world.posts()).toHaveLength(2);
      expect(world.onServer()).toHaveLength(1);
    });

    test('sends nothing when the message is there now', async () => {
      const { send, lag } = await sendUnlistedMessage();
      lag.remove();
      expect(await world.worker.ask('message.send', world.sendOf({ overrides: send.entryId }))).toEqual(
        err({ code: 'duplicate-entry', entryId: send.entryId }),
      );
      expect(world.posts()).toHaveLength(1);
    });

    test('sends nothing when looking fails', async () => {
      const { entryId } = await sendLostMessage();
      world.faultList({ status: 500 });
      expect(await world.worker.ask('message.send', world.sendOf({ overrides: entryId }))).toMatchObject({
        ok: false,
      });
      expect(world.posts()).toHaveLength(1);
    });

    test('sends nothing when the sender differs from the first message’s', async () => {
      const { entryId } = await sendLostMessage();
      const tom = await senderNamed(world.worker, 'Tom');
      expect(await world.worker.ask('message.send', world.sendOf({ overrides: entryId, senderId: tom }))).toEqual(
        err({ code: 'bad-request' }),
      );
      expect(world.posts()).toHaveLength(1);
    });
  });
});

describe('a worker that is stopped while sending', () => {
  async function stopWhileSending(connection: 'hang' | 'hang-after') {
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

  test('leaves an unconfirmed message, and the next worker sends nothing', async () => {
    const { entryId } = await stopWhileSending('hang');
    const next = world.startWorker();
    await next.services.recovery.markInterrupted();
    await next.services.recovery.processDue(false);
    expect(await world.states(next)).toEqual([{ name: 'unknown', error: { code: 'unconfirmed', entryId }, checks: 1 }]);
    expect(world.posts()).toHaveLength(1);
  });

  test('leaves a message that the next worker finds as sent', async () => {
    await stopWhileSending('hang-after');
    const next = world.startWorker();
    await next.services.recovery.markInterrupted();
    await next.services.recovery.processDue(false);
    expect(await world.states(next)).toEqual([{ name: 'sent', messageId: world.onServer()[0] }]);
    expect(world.posts()).toHaveLength(1);
  });

  test('marks its message once: marking again changes nothing', async () => {
    await stopWhileSending('hang');
    const next = world.startWorker();
    await next.services.recovery.markInterrupted();
    const marked = await world.states();
    await next.services.recovery.markInterrupted();
    await world.startWorker().services.recovery.markInterrupted();
    expect(await world.states()).toEqual(marked);
  });
});
