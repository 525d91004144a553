import { createOutboxStore } from '@/lib/outbox/outbox';
import { HTML, sendingWorld, TEXT, type SendingWorld } from '@/e2e/support/sending';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { MessageId } from '@/lib/domain/ids';
import { err, ok } from '@/lib/domain/result';
import { DATABASE, VERSION } from '@/lib/outbox/database';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

describe('a message that GetSales accepts', () => {
  test('is posted once, and recorded as sent under GetSales’ uuid', async () => {
    const send = world.sendOf();
    const sent = await world.worker.ask('message.send', send);
    expect(sent).toMatchObject(
      ok({
        state: 'sent',
        message: { text: TEXT, contactId: world.contactId, senderId: world.senderId, state: 'queued' },
      }),
    );
    expect(world.posts()).toHaveLength(1);
    expect(world.onServer()).toHaveLength(1);
    expect(await world.states()).toEqual([{ name: 'sent', messageId: world.onServer()[0] }]);
  });

  test('is on disk with its baseline when it is posted', async () => {
    const onDisk: unknown[] = [];
    const worker = world.startWorker({
      fetch: async (input, init) => {
        if (init?.method === 'POST') onDisk.push(await (await world.worker.current()).outbox.inStates(['dispatching']));
        return world.sandbox.fetch(input, init);
      },
    });
    const send = world.sendOf();
    await worker.ask('message.send', send);
    const skewMs: unknown = expect.any(Number);
    expect(onDisk).toMatchObject([ok([{ id: send.entryId, text: TEXT, baseline: { length: 3 }, skewMs }])]);
  });

  test('can be followed by its uuid until it is delivered', async () => {
    const sent = await world.worker.ask('message.send', world.sendOf());
    world.sandbox.control.advance(60_000);
    const messageId = sent.ok && sent.value.state === 'sent' ? sent.value.message.id : null;
    expect(messageId).not.toBeNull();
    expect(await world.worker.ask('message.follow', { messageId: MessageId.parse(messageId) })).toMatchObject(
      ok({ id: messageId, state: 'sent' }),
    );
  });

  test('shows in the thread at once', async () => {
    const page = { contactId: world.contactId, senderId: null, offset: 0, fresh: false };
    await world.worker.ask('conversation.page', page);
    await world.worker.ask('message.send', world.sendOf());
    expect(await world.worker.ask('conversation.page', page)).toMatchObject(ok({ messages: { length: 6 } }));
  });
});

describe('a message is not sent', () => {
  const expectNothingSent = async () => {
    expect(world.posts()).toEqual([]);
    expect(await world.states()).toEqual([]);
  };

  test.each<[string, FaultEffect, object]>([
    ['a captive portal', { status: 200, body: HTML }, { code: 'unreadable-answer' }],
    ['a server in trouble', { status: 503 }, { code: 'server-trouble', status: 503 }],
    ['a firewall', { status: 403, body: HTML }, { code: 'forbidden', by: 'gateway' }],
  ])('when reading the conversation before meets %s, and is not retried', async (_name, effect, error) => {
    world.faultList(effect);
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(err(error));
    expect(world.posts()).toEqual([]);
    expect(await world.states()).toMatchObject([{ name: 'refused', error }]);
  });

  test('when the outbox cannot be written', async () => {
    const broken = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await world.worker.ask('message.send', world.sendOf())).toEqual(
      err({ code: 'storage-unavailable', trouble: 'quota' }),
    );
    broken.mockRestore();
    await expectNothingSent();
  });

  test('when the outbox has a newer version', async () => {
    await createOutboxStore(Date.now).erase();
    (await openDB(DATABASE, VERSION + 1)).close();
    expect(await world.startWorker().ask('message.send', world.sendOf())).toEqual(
      err({ code: 'storage-unavailable', trouble: 'newer' }),
    );
    expect(world.sandbox.control.requests()).toEqual([]);
  });
});

describe('one entry', () => {
  test('is sent once for twenty clicks at the same moment', async () => {
    const send = world.sendOf();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.worker.ask('message.send', send)));
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    expect(world.posts()).toHaveLength(1);
  });

  test('is refused as a duplicate when replayed, also by a new worker', async () => {
    const send = world.sendOf();
    await world.worker.ask('message.send', send);
    for (const worker of [world.worker, world.startWorker()]) {
      expect(await worker.ask('message.send', { ...send, text: 'Another text' })).toEqual(
        err({ code: 'duplicate-entry', entryId: send.entryId }),
      );
    }
    expect(world.posts()).toHaveLength(1);
  });

  test('is sent from one of two windows that write to the same person at once; the other gets busy', async () => {
    const answers = await Promise.all([
      world.worker.ask('message.send', world.sendOf({ text: 'From the left window' })),
      world.worker.ask('message.send', world.sendOf({ text: 'From the right window' })),
    ]);
    // Either may be the first to read the key.
    expect(answers).toContainEqual(err({ code: 'busy' }));
    expect(answers).toContainEqual(ok(expect.objectContaining({ state: 'sent' })));
    expect(world.posts()).toHaveLength(1);
  });
});

test('an outcome that cannot be recorded is still answered, and reported', async () => {
  const full = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const worker = world.startWorker({
    fetch: (input, init) => {
      if (init?.method === 'POST') vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
      return world.sandbox.fetch(input, init);
    },
  });
  expect(await worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
  vi.restoreAllMocks();
  expect(world.reports).toEqual(['send-not-settled']);
  expect(await world.states()).toEqual([{ name: 'dispatching' }]);
});
