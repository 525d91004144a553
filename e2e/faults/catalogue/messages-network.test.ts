import { HTML, JSON_ERROR, sendingWorld, TEXT, type SendingWorld } from '@/e2e/support/sending';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { MESSAGES } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** Sends; returns the outcome, the number of POSTs and the number of messages that arrived. */
async function sent() {
  const send = world.sendOf();
  const expected = await world.worker.ask('message.send', send);
  return { expected, posts: world.posts().length, arrived: world.onServer().length };
}

/** Sends while GetSales does not answer, until the timeout. */
async function sentInVain(effect: FaultEffect) {
  world.faultPost(effect);
  const outcome = sent();
  await vi.waitFor(() => {
    expect(world.posts()).toHaveLength(1);
  });
  world.worker.timeOut();
  return outcome;
}

const unknown = ok({ state: 'unknown' });
const arrived = ok({ state: 'sent' });

describe('a message on a network that fails', () => {
  test('N1: host not found: not sent, waiting for the network, and shown as such', async () => {
    const worker = world.startWorker({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const send = world.sendOf();
    const blockedBy = { code: 'unreachable', why: 'network' } as const;
    expect(await worker.ask('message.send', send)).toMatchObject(
      ok({ state: 'queued', entryId: send.entryId, blockedBy }),
    );
    expect(world.posts()).toEqual([]);
  });

  test.each([
    ['N2: reset before the request was read', 'reset-unread', unknown, 0],
    ['N3: reset before it was processed', 'reset-before', unknown, 0],
    ['N4: reset after it was processed', 'reset-after', arrived, 1],
  ] as const)('%s: one POST, looked up, reported correctly', async (_name, connection, expected, onServer) => {
    world.faultPost({ connection });
    expect(await sent()).toMatchObject({ expected, posts: 1, arrived: onServer });
  });

  test.each([
    ['N5: headers that never end', { connection: 'hang' }],
    ['N6: a body that drips', { connection: 'hang-after' }],
    ['N7: a connection that never closes', { connection: 'hang-after' }],
  ] as const)('%s: ends at the timeout, then is looked up', async (_name, effect) => {
    const outcome = await sentInVain(effect);
    expect(outcome.posts).toBe(1);
    expect(outcome.expected).toMatchObject(outcome.arrived === 1 ? arrived : unknown);
  });
});

describe('a message with an unexpected answer', () => {
  const utf16 = Buffer.from('{"uuid":"x"}', 'utf16le').toString('base64');
  test.each<[string, FaultEffect]>([
    ['N8: 200 with a login page', { status: 200, body: HTML }],
    ['N9: 200 with a cut text', { body: { kind: 'truncated' } }],
    ['N10: 200 with {}', { status: 200, body: { kind: 'json', value: {} } }],
    ['N10: 200 with []', { status: 200, body: { kind: 'json', value: [] } }],
    ['N10: 200 with null', { status: 200, body: { kind: 'json', value: null } }],
    ['N10: 200 with "ok"', { status: 200, body: { kind: 'json', value: 'ok' } }],
    ['N11: 200 in UTF-16', { status: 200, body: { kind: 'bytes', base64: utf16 } }],
    ['N12: 204', { status: 204 }],
    ['N13: 201 with wrong types', { status: 201, body: { kind: 'json', value: { uuid: 7, text: [] } } }],
    ['N13: 201 a hundred thousand levels deep', { status: 201, body: { kind: 'deep', depth: 100_000 } }],
    ['N13: 201 with fifty megabytes', { status: 201, body: { kind: 'huge', bytes: 50_000_000 } }],
    ['N20: 409', { status: 409, body: JSON_ERROR }],
    ['N23: 500', { status: 500, body: JSON_ERROR }],
    ['N23: 502', { status: 502, body: HTML }],
    ['N23: 503 with Retry-After', { status: 503, headers: { 'retry-after': '1' } }],
    ['N23: 504', { status: 504, body: HTML }],
    ['N24: 500 although it was done', { status: 500, body: JSON_ERROR, performed: true }],
    ['N25: 301 on the same host', { status: 301, headers: { location: MESSAGES } }],
    ['N25: 308 on the same host', { status: 308, headers: { location: MESSAGES } }],
    ['N26: 307 to another host', { status: 307, headers: { location: 'https://evil.example/' } }],
    ['N27: 302 to http', { status: 302, headers: { location: 'http://amazing.getsales.io/' } }],
    ['N28: 303 in a loop', { status: 303, headers: { location: MESSAGES } }],
  ])('%s: one POST, looked up, and reported by what GetSales lists', async (_name, effect) => {
    world.faultPost(effect);
    const outcome = await sent();
    expect(outcome).toMatchObject({ expected: outcome.arrived === 1 ? arrived : unknown, posts: 1 });
    expect(world.sandbox.control.requests().filter(({ path }) => path !== MESSAGES)).toEqual([]);
  });

  test('N11: a byte order mark before good JSON changes nothing', async () => {
    world.faultPost({ headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(await sent()).toMatchObject({ expected: arrived, posts: 1, arrived: 1 });
  });

  test('N14: __proto__ and constructor in an answer change no prototype', async () => {
    const text = '{"data":[],"total":0,"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}';
    world.faultList({ status: 200, body: { kind: 'text', text, type: 'application/json' } });
    await sent();
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });
});

describe('a message that GetSales refuses', () => {
  test.each<[string, unknown, string]>([
    ['a text', 'Sender is not active', 'Sender is not active'],
    ['an object of lists', { message: 'No', data: { text: ['Too long'] } }, 'Too long'],
    ['nested', { message: 'No', data: { 'a.b': { c: ['Deep'] } } }, 'Deep'],
  ])('N15: 422 with %s: readable, and the draft is kept', async (_name, error, words) => {
    world.faultPost({ status: 422, body: { kind: 'json', value: { error } } });
    const { expected, posts, arrived: onServer } = await sent();
    expect([posts, onServer]).toEqual([1, 0]);
    expect(expected).toMatchObject(err({ code: 'refused', status: 422 }));
    expect(JSON.stringify(expected)).toContain(words);
    expect(JSON.stringify(expected)).not.toContain('<');
  });

  test('N15: 400 in HTML: refused, without its markup', async () => {
    world.faultPost({ status: 400, body: HTML });
    const { expected } = await sent();
    expect(expected).toMatchObject(err({ code: 'refused', status: 400 }));
    expect(JSON.stringify(expected)).not.toContain('<h1>');
  });

  test('N16: 401: not sent, the key is rejected, and no other request uses it', async () => {
    world.sandbox.control.revokeKey();
    expect((await sent()).expected).toEqual(err({ code: 'key-rejected' }));
    const seen = world.sandbox.control.requests().length;
    await world.worker.ask('lists.get', { fresh: true });
    expect(world.sandbox.control.requests()).toHaveLength(seen);
  });

  test.each<[string, FaultEffect, object]>([
    ['N18: 403 of GetSales', { status: 403, body: JSON_ERROR }, { code: 'forbidden', by: 'api' }],
    ['N18: 403 of a firewall', { status: 403, body: HTML }, { code: 'forbidden', by: 'gateway' }],
    ['N19: 404', { status: 404, body: JSON_ERROR }, { code: 'not-found' }],
    ['N21: 413', { status: 413, body: JSON_ERROR }, { code: 'refused', status: 413 }],
    ['N22: 429', { status: 429, headers: { 'retry-after': '5' } }, { code: 'rate-limited', retryAfterMs: 5_000 }],
  ])('%s: reported as it is, and never resent automatically', async (_name, effect, error) => {
    world.faultPost(effect);
    expect(await sent()).toMatchObject({ expected: err(error), posts: 1, arrived: 0 });
    world.sandbox.control.clearFaults();
    world.pass(600_000);
    await world.startWorker().services.recovery.processDue(true);
    expect(world.posts()).toHaveLength(1);
  });

  test('N29: a captive portal: detected by the lookup before, and the message is not sent', async () => {
    world.sandbox.control.fault({ path: '/**', effect: { status: 200, body: HTML } });
    expect(await sent()).toMatchObject({ expected: err({ code: 'unreadable-answer' }), posts: 0, arrived: 0 });
  });

  test('N38: a key revoked between the write to disk and the POST: refused, not sent', async () => {
    world.faultPost({ status: 401, body: JSON_ERROR });
    expect(await sent()).toMatchObject({ expected: err({ code: 'key-rejected' }), posts: 1, arrived: 0 });
    expect(await world.states()).toEqual([{ name: 'refused', error: { code: 'key-rejected' } }]);
  });
});

describe('looking up a message', () => {
  test.each([0, 5_000, 60_000, 600_000])(
    'N30: GetSales lists it %i ms late: never a second POST',
    async (listLagMs) => {
      world.faultPost({ connection: 'reset-after' });
      world.faultList({ listLagMs }, 1);
      await sent();
      const { recovery } = world.worker.services;
      for (
        let next = await recovery.processDue(false);
        next.ok && next.value !== null;
        next = await recovery.processDue(false)
      ) {
        world.pass(next.value - world.now());
      }
      const isInTime = listLagMs <= 300_000;
      expect(await world.states()).toMatchObject([{ name: isInTime ? 'sent' : 'unknown' }]);
      expect([world.posts().length, world.onServer().length]).toEqual([1, 1]);
    },
  );

  test('N30: listed twice: one message, reported once', async () => {
    world.faultPost({ connection: 'reset-after' });
    world.faultList({ list: { repeatFirst: true } });
    expect(await sent()).toMatchObject({ expected: arrived, posts: 1, arrived: 1 });
  });

  test('N31: someone else has sent the same text since: the user decides', async () => {
    const { control } = world.sandbox;
    const worker = world.startWorker({
      fetch: async (input, init) => {
        const isOurs = init?.method === 'POST';
        const answer = world.sandbox.fetch(input, init);
        if (!isOurs) return answer;
        await answer.catch(() => undefined);
        control.writeMessage({ leadUuid: world.contactId, senderUuid: world.senderId, text: TEXT });
        return answer;
      },
    });
    world.faultPost({ connection: 'reset-after' });
    expect(await worker.ask('message.send', world.sendOf())).toMatchObject(unknown);
    expect(world.onServer()).toHaveLength(2);
    expect(world.posts()).toHaveLength(1);
  });

  test.each([
    ['26 hours ahead', 93_600_000],
    ['26 hours behind', -93_600_000],
  ])('N35: a server clock that is %s: still found', async (_name, skew) => {
    const date = new Date(world.now() + skew).toUTCString();
    world.faultPost({ connection: 'reset-after' });
    world.faultList({ headers: { date } });
    expect((await sent()).posts).toBe(1);
    expect(world.onServer()).toHaveLength(1);
  });

  test('N35: without the server’s clock, the earlier messages decide', async () => {
    world.faultPost({ connection: 'reset-after' });
    world.faultList({ headers: { date: null } });
    expect(await sent()).toMatchObject({ expected: arrived, posts: 1 });
  });

  test('N37: accepted, then failed: shown, and retried as the same message', async () => {
    world.sandbox.control.failNextMessages('Not connected with this contact');
    const { expected } = await sent();
    world.sandbox.control.advance(60_000);
    const messageId =
      expected.ok && expected.value.state === 'sent' ? expected.value.message.id : expect.fail('not sent');
    expect(await world.worker.ask('message.follow', { messageId })).toMatchObject(ok({ state: 'failed' }));
    world.sandbox.control.failNextMessages(null);
    expect(await world.worker.ask('message.retry', { messageId })).toMatchObject(
      ok({ id: messageId, state: 'queued' }),
    );
    expect(world.posts()).toHaveLength(1);
    expect(world.onServer()).toEqual([messageId]);
  });
});
