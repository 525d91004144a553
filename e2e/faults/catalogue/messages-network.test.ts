import { HTML, JSON_ERROR, sendingWorld, TEXT, type SendingWorld } from '@/e2e/support/sending';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { MESSAGES } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** Sends, and tells the outcome with how many POSTs left and how many messages arrived. */
async function sent() {
  const send = world.sendOf();
  const told = await world.worker.ask('message.send', send);
  return { told, posts: world.posts().length, arrived: world.onServer().length };
}

/** Sends while GetSales keeps quiet, until the time is over. */
async function sentInVain(effect: FaultEffect) {
  world.faultPost(effect);
  const outcome = sent();
  await vi.waitFor(() => {
    expect(world.posts()).toHaveLength(1);
  });
  world.worker.loseTime();
  return outcome;
}

const unknown = ok({ state: 'unknown' });
const arrived = ok({ state: 'sent' });

describe('a message on a network that fails', () => {
  test('N1: no such host before it leaves: not dispatched, held up and shown so', async () => {
    const worker = world.startWorker({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const send = world.sendOf();
    const heldBy = { code: 'unreachable', why: 'network' } as const;
    expect(await worker.ask('message.send', send)).toMatchObject(
      ok({ state: 'queued', entryId: send.entryId, heldBy }),
    );
    expect(world.posts()).toEqual([]);
  });

  test.each([
    ['N2: reset before the request was read', 'reset-unread', unknown, 0],
    ['N3: reset before it was processed', 'reset-before', unknown, 0],
    ['N4: reset after it was processed', 'reset-after', arrived, 1],
  ] as const)('%s: one POST, looked for, told truly', async (_name, connection, told, onServer) => {
    world.faultPost({ connection });
    expect(await sent()).toMatchObject({ told, posts: 1, arrived: onServer });
  });

  test.each([
    ['N5: headers that never end', { connection: 'hang' }],
    ['N6: a body that drips', { connection: 'hang-after' }],
    ['N7: a connection that never closes', { connection: 'hang-after' }],
  ] as const)('%s: given up when its time is over, then looked for', async (_name, effect) => {
    const outcome = await sentInVain(effect);
    expect(outcome.posts).toBe(1);
    expect(outcome.told).toMatchObject(outcome.arrived === 1 ? arrived : unknown);
  });
});

describe('a message whose answer is not the promised one', () => {
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
  ])('%s: one POST, looked for, and told by what GetSales lists', async (_name, effect) => {
    world.faultPost(effect);
    const outcome = await sent();
    expect(outcome).toMatchObject({ told: outcome.arrived === 1 ? arrived : unknown, posts: 1 });
    expect(world.sandbox.control.requests().filter(({ path }) => path !== MESSAGES)).toEqual([]);
  });

  test('N11: a byte order mark before good JSON changes nothing', async () => {
    world.faultPost({ headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(await sent()).toMatchObject({ told: arrived, posts: 1, arrived: 1 });
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
  ])('N15: 422 with %s: readable, and the text stays with the user', async (_name, error, words) => {
    world.faultPost({ status: 422, body: { kind: 'json', value: { error } } });
    const { told, posts, arrived: onServer } = await sent();
    expect([posts, onServer]).toEqual([1, 0]);
    expect(told).toMatchObject(err({ code: 'refused', status: 422 }));
    expect(JSON.stringify(told)).toContain(words);
    expect(JSON.stringify(told)).not.toContain('<');
  });

  test('N15: 400 in HTML: refused, without its markup', async () => {
    world.faultPost({ status: 400, body: HTML });
    const { told } = await sent();
    expect(told).toMatchObject(err({ code: 'refused', status: 400 }));
    expect(JSON.stringify(told)).not.toContain('<h1>');
  });

  test('N16: 401: not sent, the key is known as bad, and nothing else is asked with it', async () => {
    world.sandbox.control.revokeKey();
    expect((await sent()).told).toEqual(err({ code: 'key-rejected' }));
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
  ])('%s: told as it is, and never sent again by itself', async (_name, effect, error) => {
    world.faultPost(effect);
    expect(await sent()).toMatchObject({ told: err(error), posts: 1, arrived: 0 });
    world.sandbox.control.clearFaults();
    world.pass(600_000);
    await world.startWorker().services.recovery.processDue(true);
    expect(world.posts()).toHaveLength(1);
  });

  test('N29: a captive portal in front of it: found by the look before, and the message stays here', async () => {
    world.sandbox.control.fault({ path: '/**', effect: { status: 200, body: HTML } });
    expect(await sent()).toMatchObject({ told: err({ code: 'unreadable-answer' }), posts: 0, arrived: 0 });
  });

  test('N38: a key that is revoked between writing ahead and sending: refused, not sent', async () => {
    world.faultPost({ status: 401, body: JSON_ERROR });
    expect(await sent()).toMatchObject({ told: err({ code: 'key-rejected' }), posts: 1, arrived: 0 });
    expect(await world.states()).toEqual([{ name: 'refused', error: { code: 'key-rejected' } }]);
  });
});

describe('looking for a message', () => {
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

  test('N30: it stands there twice: one message, told once', async () => {
    world.faultPost({ connection: 'reset-after' });
    world.faultList({ list: { repeatFirst: true } });
    expect(await sent()).toMatchObject({ told: arrived, posts: 1, arrived: 1 });
  });

  test('N31: somebody else wrote the same words meanwhile: a human decides', async () => {
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
  ])('N35: a server clock that is %s: found all the same', async (_name, skew) => {
    const date = new Date(world.now() + skew).toUTCString();
    world.faultPost({ connection: 'reset-after' });
    world.faultList({ headers: { date } });
    expect((await sent()).posts).toBe(1);
    expect(world.onServer()).toHaveLength(1);
  });

  test('N35: without the server’s clock what was there before decides', async () => {
    world.faultPost({ connection: 'reset-after' });
    world.faultList({ headers: { date: null } });
    expect(await sent()).toMatchObject({ told: arrived, posts: 1 });
  });

  test('N37: accepted and then failed: shown, and tried again as the same message', async () => {
    world.sandbox.control.failNextMessages('Not connected with this contact');
    const { told } = await sent();
    world.sandbox.control.advance(60_000);
    const messageId = told.ok && told.value.state === 'sent' ? told.value.message.id : expect.fail('not sent');
    expect(await world.worker.ask('message.follow', { messageId })).toMatchObject(ok({ state: 'failed' }));
    world.sandbox.control.failNextMessages(null);
    expect(await world.worker.ask('message.retry', { messageId })).toMatchObject(
      ok({ id: messageId, state: 'queued' }),
    );
    expect(world.posts()).toHaveLength(1);
    expect(world.onServer()).toEqual([messageId]);
  });
});
