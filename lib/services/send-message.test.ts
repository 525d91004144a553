import { jonas } from '@/e2e/support/cast';
import { connectedWorld, type Worker, type World } from '@/e2e/support/worker';
import { contactIdOf, MESSAGES, newIntentId, seen, senderNamed } from '@/e2e/support/worker-people';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContactId, SenderId } from '@/lib/domain/ids';
import { err, ok } from '@/lib/domain/result';
import type { InputOf } from '@/lib/messaging/protocol';

const TEXT = 'Shall we talk on Thursday, Jonas?';
const JSON_ERROR = { kind: 'json', value: { error: { message: 'No.' } } } as const;
const HTML = { kind: 'html', text: '<h1>Blocked</h1>' } as const;

let world: World & { readonly worker: Worker };
let contactId: ContactId;
let senderId: SenderId;

beforeEach(async () => {
  world = await connectedWorld();
  contactId = await contactIdOf(world.worker, jonas);
  senderId = await senderNamed(world.worker, 'Mara (DE)');
  world.sandbox.control.clearRequests();
});

function sendOf(change: Partial<InputOf<'message.send'>> = {}): InputOf<'message.send'> {
  return {
    intentId: newIntentId(),
    contactId,
    senderId,
    personName: jonas.name,
    text: TEXT,
    overrides: null,
    ...change,
  };
}

const posts = () => seen(world.sandbox, 'POST', MESSAGES);
const onServer = () => world.sandbox.control.messages(contactId).filter((message) => message['text'] === TEXT);
const faultPost = (effect: FaultEffect, times?: number) =>
  world.sandbox.control.fault({ method: 'POST', path: MESSAGES, ...(times === undefined ? {} : { times }), effect });
const faultList = (effect: FaultEffect) => world.sandbox.control.fault({ method: 'GET', path: MESSAGES, effect });
const states = async (worker = world.worker) => {
  const recent = await worker.ask('intents.recent', { contactId, limit: 10 });
  return recent.ok ? recent.value.map(({ state }) => state) : recent;
};

describe('a message that GetSales takes', () => {
  test('leaves once, is written down before it leaves, and is sent by GetSales’ own uuid', async () => {
    const send = sendOf();
    const sent = await world.worker.ask('message.send', send);
    expect(sent).toMatchObject(ok({ state: 'sent', message: { text: TEXT, contactId, senderId, state: 'queued' } }));
    expect(posts()).toHaveLength(1);
    expect(onServer()).toHaveLength(1);
    expect(await states()).toEqual([{ name: 'sent', messageId: onServer()[0]?.['uuid'] }]);
  });

  test('is on disk, with what was there before it, when it leaves', async () => {
    const onDisk: unknown[] = [];
    const worker = world.startWorker({
      fetch: async (input, init) => {
        if (init?.method === 'POST') onDisk.push(await world.worker.services.journal.dispatching());
        return world.sandbox.fetch(input, init);
      },
    });
    const send = sendOf();
    await worker.ask('message.send', send);
    expect(onDisk).toMatchObject([ok([{ id: send.intentId, text: TEXT, baseline: { length: 3 }, skewMs: 0 }])]);
  });

  test('is followed by its own uuid until it is done', async () => {
    const sent = await world.worker.ask('message.send', sendOf());
    world.sandbox.control.advance(60_000);
    const messageId = sent.ok && sent.value.state === 'sent' ? sent.value.message.id : null;
    expect(messageId).not.toBeNull();
    expect(await world.worker.ask('message.follow', { messageId: messageId ?? newIdOfNobody() })).toMatchObject(
      ok({ id: messageId, state: 'sent' }),
    );
  });

  test('shows in the thread at once', async () => {
    const page = { contactId, senderId: null, offset: 0, fresh: false };
    await world.worker.ask('conversation.page', page);
    await world.worker.ask('message.send', sendOf());
    expect(await world.worker.ask('conversation.page', page)).toMatchObject(ok({ messages: { length: 6 } }));
  });
});

describe('the outcome table (reliability.md section 3): nobody knows', () => {
  test.each<[string, FaultEffect]>([
    ['a web page with 200', { status: 200, body: HTML }],
    ['a cut-off answer', { body: { kind: 'truncated' } }],
    ['a connection cut in the middle of the answer', { body: { kind: 'cut' } }],
    ['an answer with something behind it', { body: { kind: 'malformed' } }],
    ['an empty object', { status: 201, body: { kind: 'json', value: {} } }],
    ['an empty list', { status: 201, body: { kind: 'json', value: [] } }],
    ['null', { status: 201, body: { kind: 'json', value: null } }],
    ['a uuid that is none', { status: 201, body: { kind: 'json', value: { uuid: 7 } } }],
    ['an empty answer', { status: 200, body: { kind: 'empty' } }],
    ['204', { status: 204 }],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }],
    ['a redirect on the same host', { status: 307, headers: { location: MESSAGES } }],
    ['a connection reset before it was read', { connection: 'reset-unread' }],
    ['a connection reset before it was done', { connection: 'reset-before' }],
    ['a connection reset after it was done', { connection: 'reset-after' }],
    ['408', { status: 408, body: JSON_ERROR }],
    ['409', { status: 409, body: JSON_ERROR }],
    ['425', { status: 425, body: JSON_ERROR }],
    ['500', { status: 500, body: JSON_ERROR }],
    ['502', { status: 502, body: HTML }],
    ['503', { status: 503, headers: { 'retry-after': '1' } }],
    ['504', { status: 504, body: HTML }],
    ['500 although it was done', { status: 500, body: JSON_ERROR, performed: true }],
    ['a web page although it was done', { status: 200, body: HTML, performed: true }],
    ['a redirect although it was done', { status: 302, headers: { location: '/' }, performed: true }],
  ])('%s: it leaves once, is looked for, and is told truly', async (_name, effect) => {
    faultPost(effect);
    const send = sendOf();
    const told = await world.worker.ask('message.send', send);
    const [arrived] = onServer();
    expect(told).toMatchObject(
      arrived === undefined
        ? ok({ state: 'unknown', intentId: send.intentId })
        : ok({ state: 'sent', message: { id: arrived['uuid'] } }),
    );
    expect(await states()).toMatchObject([
      arrived === undefined ? { name: 'unknown' } : { name: 'sent', messageId: arrived['uuid'] },
    ]);
    expect(posts()).toHaveLength(1);
  });

  test.each(['hang', 'hang-after'] as const)(
    'no answer in time (%s): it is looked for when the time is over',
    async (connection) => {
      faultPost({ connection });
      const send = sendOf();
      const told = world.worker.ask('message.send', send);
      await vi.waitFor(() => {
        expect(posts()).toHaveLength(1);
        expect(onServer()).toHaveLength(connection === 'hang' ? 0 : 1);
      });
      world.worker.loseTime();
      const state = connection === 'hang' ? 'unknown' : 'sent';
      expect(await told).toMatchObject(ok({ state }));
      expect(await states()).toMatchObject([{ name: state }]);
      expect(posts()).toHaveLength(1);
    },
  );
});

describe('the outcome table: not sent', () => {
  test.each<[string, FaultEffect, object]>([
    ['400', { status: 400, body: JSON_ERROR }, { code: 'refused', status: 400 }],
    ['404', { status: 404, body: JSON_ERROR }, { code: 'not-found' }],
    ['405', { status: 405, body: JSON_ERROR }, { code: 'not-found' }],
    ['413', { status: 413, body: JSON_ERROR }, { code: 'refused', status: 413 }],
    ['415', { status: 415, body: JSON_ERROR }, { code: 'refused', status: 415 }],
    ['422', { status: 422, body: JSON_ERROR }, { code: 'refused', status: 422 }],
    ['401', { status: 401, body: JSON_ERROR }, { code: 'key-rejected' }],
    ['402', { status: 402, body: JSON_ERROR }, { code: 'payment-required' }],
    ['403 of GetSales', { status: 403, body: JSON_ERROR }, { code: 'forbidden', by: 'api' }],
    ['403 of a firewall', { status: 403, body: HTML }, { code: 'forbidden', by: 'gateway' }],
    ['429', { status: 429, headers: { 'retry-after': '5' } }, { code: 'rate-limited', retryAfterMs: 5_000 }],
  ])('%s: told as it is, and never tried again by itself', async (_name, effect, error) => {
    faultPost(effect);
    expect(await world.worker.ask('message.send', sendOf())).toMatchObject(err(error));
    expect(await states()).toMatchObject([{ name: 'refused', error }]);
    expect(posts()).toHaveLength(1);
    expect(onServer()).toHaveLength(0);
  });

  test('401 stops everything else with this key', async () => {
    world.sandbox.control.revokeKey();
    await world.worker.ask('message.send', sendOf());
    expect(await world.worker.ask('session.get', {})).toMatchObject(ok({ state: 'rejected' }));
    world.sandbox.control.clearRequests();
    expect(await world.worker.ask('message.send', sendOf())).toEqual(err({ code: 'key-rejected' }));
    expect(world.sandbox.control.requests()).toEqual([]);
  });
});

describe('what stops a message before it leaves', () => {
  const nothingLeft = async () => {
    expect(posts()).toEqual([]);
    expect(await states()).toEqual([]);
  };

  test('being offline', async () => {
    world.setOnline(false);
    expect(await world.worker.ask('message.send', sendOf())).toEqual(err({ code: 'offline' }));
    await nothingLeft();
  });

  test.each<[string, FaultEffect, object]>([
    ['a host that does not answer', { connection: 'reset-unread' }, { code: 'unreachable', why: 'network' }],
    ['a captive portal', { status: 200, body: HTML }, { code: 'unreadable-answer' }],
    ['a server in trouble', { status: 503 }, { code: 'server-trouble', status: 503 }],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }, { code: 'unreachable' }],
  ])('%s, found by the look before', async (_name, effect, error) => {
    faultList(effect);
    expect(await world.worker.ask('message.send', sendOf())).toMatchObject(err(error));
    await nothingLeft();
  });

  test('a journal that cannot be written', async () => {
    const broken = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await world.worker.ask('message.send', sendOf())).toEqual(
      err({ code: 'storage-unavailable', trouble: 'quota' }),
    );
    broken.mockRestore();
    await nothingLeft();
  });

  test('a journal of a newer version', async () => {
    const { openDB } = await import('idb');
    await world.worker.services.journal.erase();
    (await openDB('journal', 2)).close();
    expect(await world.startWorker().ask('message.send', sendOf())).toEqual(
      err({ code: 'storage-unavailable', trouble: 'newer' }),
    );
    expect(world.sandbox.control.requests()).toEqual([]);
  });
});

describe('one intent', () => {
  test('twenty clicks in the same moment are one message', async () => {
    const send = sendOf();
    const told = await Promise.all(Array.from({ length: 20 }, () => world.worker.ask('message.send', send)));
    expect(told.filter((each) => each.ok)).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test('replayed later, or to a worker that started anew, is refused as known', async () => {
    const send = sendOf();
    await world.worker.ask('message.send', send);
    for (const worker of [world.worker, world.startWorker()]) {
      expect(await worker.ask('message.send', { ...send, text: 'Another text' })).toEqual(
        err({ code: 'duplicate-intent', intentId: send.intentId }),
      );
    }
    expect(posts()).toHaveLength(1);
  });

  test('two windows that write to the same person at once: one sends, the other is told', async () => {
    const told = await Promise.all([
      world.worker.ask('message.send', sendOf({ text: 'From the left window' })),
      world.worker.ask('message.send', sendOf({ text: 'From the right window' })),
    ]);
    expect(told).toMatchObject([{ ok: true }, err({ code: 'busy' })]);
    expect(posts()).toHaveLength(1);
  });
});

describe('an unconfirmed message', () => {
  /** A message that arrived and is not listed yet. */
  async function unlisted(send = sendOf()) {
    faultPost({ connection: 'reset-after' }, 1);
    const lag = faultList({ listLagMs: 60_000 });
    expect(await world.worker.ask('message.send', send)).toEqual(ok({ state: 'unknown', intentId: send.intentId }));
    return { send, lag };
  }
  /** A message that never arrived. */
  async function vanished(send = sendOf()) {
    faultPost({ connection: 'reset-before' }, 1);
    await world.worker.ask('message.send', send);
    return send;
  }
  const reconcile = (intentId: ReturnType<typeof newIntentId>) => world.worker.ask('message.reconcile', { intentId });

  test('is found as soon as it is listed, without leaving again', async () => {
    const { send, lag } = await unlisted();
    expect(await reconcile(send.intentId)).toEqual(ok({ state: 'unknown', intentId: send.intentId }));
    lag.remove();
    expect(await reconcile(send.intentId)).toMatchObject(ok({ state: 'sent', message: { text: TEXT } }));
    expect(await states()).toMatchObject([{ name: 'sent' }]);
    expect(posts()).toHaveLength(1);
  });

  test('that never arrived stays unconfirmed, however often one looks', async () => {
    const { intentId } = await vanished();
    for (let times = 0; times < 5; times += 1) {
      expect(await reconcile(intentId)).toEqual(ok({ state: 'unknown', intentId }));
      world.pass(300_000);
    }
    expect(posts()).toHaveLength(1);
  });

  test('is not taken for one that somebody else sent with the same words, when both are there', async () => {
    const { send, lag } = await unlisted();
    world.sandbox.control.writeMessage({ leadUuid: contactId, senderUuid: senderId, text: TEXT });
    lag.remove();
    expect(await reconcile(send.intentId)).toEqual(ok({ state: 'unknown', intentId: send.intentId }));
  });

  test('is not taken for an older one with the same words', async () => {
    world.sandbox.control.writeMessage({ leadUuid: contactId, senderUuid: senderId, text: TEXT });
    const { intentId } = await vanished();
    expect(await reconcile(intentId)).toEqual(ok({ state: 'unknown', intentId }));
  });

  test.each([
    ['a day ahead', 93_600_000],
    ['a day behind', -93_600_000],
  ])('is found when GetSales’ clock is %s', async (_name, ms) => {
    world.sandbox.control.advance(ms);
    faultPost({ connection: 'reset-after' });
    expect(await world.worker.ask('message.send', sendOf())).toMatchObject(ok({ state: 'sent' }));
  });

  test('is found by what was there before, when GetSales does not tell the time', async () => {
    faultList({ headers: { date: null } });
    faultPost({ connection: 'reset-after' });
    expect(await world.worker.ask('message.send', sendOf())).toMatchObject(ok({ state: 'sent' }));
  });

  test('that the look cannot reach stays unconfirmed', async () => {
    faultPost({ connection: 'reset-after' });
    world.sandbox.control.fault({ method: 'GET', path: MESSAGES, skip: 1, effect: { status: 500 } });
    const send = sendOf();
    expect(await world.worker.ask('message.send', send)).toEqual(ok({ state: 'unknown', intentId: send.intentId }));
    expect(await reconcile(send.intentId)).toEqual(err({ code: 'server-trouble', status: 500 }));
  });

  describe('and the same words again', () => {
    test('do not leave as if nothing had happened', async () => {
      const { intentId } = await vanished();
      expect(await world.worker.ask('message.send', sendOf({ text: `${TEXT} ` }))).toEqual(
        err({ code: 'unconfirmed', intentId }),
      );
      expect(posts()).toHaveLength(1);
    });

    test('do not leave when the first one has arrived after all', async () => {
      const { send, lag } = await unlisted();
      lag.remove();
      expect(await world.worker.ask('message.send', sendOf())).toEqual(
        err({ code: 'duplicate-intent', intentId: send.intentId }),
      );
      expect(await states()).toMatchObject([{ name: 'sent' }]);
      expect(posts()).toHaveLength(1);
    });

    test('leave to another person, in other words, and a day later', async () => {
      await vanished();
      const other = await world.worker.ask('message.send', sendOf({ text: 'Something else' }));
      expect(other).toMatchObject(ok({ state: 'sent' }));
      world.pass(86_400_001);
      expect(await world.worker.ask('message.send', sendOf())).toMatchObject(ok({ state: 'sent' }));
    });
  });

  describe('and Send anyway', () => {
    test('looks again, and sends when it is still not there', async () => {
      const { intentId } = await vanished();
      expect(await world.worker.ask('message.send', sendOf({ overrides: intentId }))).toMatchObject(
        ok({ state: 'sent' }),
      );
      expect(posts()).toHaveLength(2);
      expect(onServer()).toHaveLength(1);
    });

    test('sends nothing when it is there now', async () => {
      const { send, lag } = await unlisted();
      lag.remove();
      expect(await world.worker.ask('message.send', sendOf({ overrides: send.intentId }))).toEqual(
        err({ code: 'duplicate-intent', intentId: send.intentId }),
      );
      expect(posts()).toHaveLength(1);
    });

    test('sends nothing when it cannot look', async () => {
      const { intentId } = await vanished();
      faultList({ status: 500 });
      expect(await world.worker.ask('message.send', sendOf({ overrides: intentId }))).toMatchObject({ ok: false });
      expect(posts()).toHaveLength(1);
    });

    test('does not send to anybody else than the first one went to', async () => {
      const { intentId } = await vanished();
      const tom = await senderNamed(world.worker, 'Tom');
      expect(await world.worker.ask('message.send', sendOf({ overrides: intentId, senderId: tom }))).toEqual(
        err({ code: 'bad-request' }),
      );
      expect(posts()).toHaveLength(1);
    });
  });
});

describe('a worker that died while it sent', () => {
  async function died(connection: 'hang' | 'hang-after') {
    faultPost({ connection });
    const send = sendOf();
    void world.worker.ask('message.send', send);
    await vi.waitFor(() => {
      expect(posts()).toHaveLength(1);
      expect(onServer()).toHaveLength(connection === 'hang' ? 0 : 1);
    });
    world.sandbox.control.clearFaults();
    return send;
  }

  test('leaves an unconfirmed message behind, and the next worker sends nothing', async () => {
    const { intentId } = await died('hang');
    const next = world.startWorker();
    const left = await next.services.recovery.sweep();
    expect(left).toMatchObject(ok([{ id: intentId }]));
    await next.services.recovery.lookFor(left.ok ? left.value : []);
    expect(await states(next)).toEqual([{ name: 'unknown', error: { code: 'unconfirmed', intentId } }]);
    expect(posts()).toHaveLength(1);
  });

  test('has sent it when the next worker finds it', async () => {
    await died('hang-after');
    const next = world.startWorker();
    const left = await next.services.recovery.sweep();
    await next.services.recovery.lookFor(left.ok ? left.value : []);
    expect(await states(next)).toEqual([{ name: 'sent', messageId: onServer()[0]?.['uuid'] }]);
    expect(posts()).toHaveLength(1);
  });

  test('a sweep that runs twice changes nothing the second time', async () => {
    await died('hang');
    const next = world.startWorker();
    await next.services.recovery.sweep();
    expect(await next.services.recovery.sweep()).toEqual(ok([]));
    expect(await world.startWorker().services.recovery.sweep()).toEqual(ok([]));
  });
});

test('an outcome that cannot be written down is told all the same, and noted', async () => {
  const worker = world.startWorker();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await worker.ask('message.send', sendOf())).toMatchObject(ok({ state: 'sent' }));
  put.mockRestore();
  expect(world.reports).toEqual(['send-not-settled']);
  expect(await states()).toEqual([{ name: 'dispatching' }]);
});

function newIdOfNobody(): never {
  throw new Error('nothing was sent');
}
