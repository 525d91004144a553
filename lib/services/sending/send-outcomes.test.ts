import { HTML, JSON_ERROR, sendingWorld, type SendingWorld } from '@/e2e/support/sending';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { MESSAGES } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

describe('a send with an unknown outcome (docs/reliability.md#sending-a-message)', () => {
  test.each<[string, FaultEffect]>([
    ['a web page with 200', { status: 200, body: HTML }],
    ['a cut-off answer', { body: { kind: 'truncated' } }],
    ['a connection cut in the middle of the answer', { body: { kind: 'cut' } }],
    ['an answer with trailing characters', { body: { kind: 'malformed' } }],
    ['an empty object', { status: 201, body: { kind: 'json', value: {} } }],
    ['an empty list', { status: 201, body: { kind: 'json', value: [] } }],
    ['null', { status: 201, body: { kind: 'json', value: null } }],
    ['an invalid uuid', { status: 201, body: { kind: 'json', value: { uuid: 7 } } }],
    ['an empty answer', { status: 200, body: { kind: 'empty' } }],
    ['204', { status: 204 }],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }],
    ['a redirect to the same host', { status: 307, headers: { location: MESSAGES } }],
    ['a connection reset before the request was read', { connection: 'reset-unread' }],
    ['a connection reset before the request was performed', { connection: 'reset-before' }],
    ['a connection reset after the request was performed', { connection: 'reset-after' }],
    ['418, which has no defined meaning here', { status: 418, body: JSON_ERROR }],
    ['421', { status: 421, body: JSON_ERROR }],
    ['408', { status: 408, body: JSON_ERROR }],
    ['409', { status: 409, body: JSON_ERROR }],
    ['425', { status: 425, body: JSON_ERROR }],
    ['500', { status: 500, body: JSON_ERROR }],
    ['502', { status: 502, body: HTML }],
    ['503', { status: 503, headers: { 'retry-after': '1' } }],
    ['504', { status: 504, body: HTML }],
    ['500 although the request was performed', { status: 500, body: JSON_ERROR, performed: true }],
    ['a web page although the request was performed', { status: 200, body: HTML, performed: true }],
    ['a redirect although the request was performed', { status: 302, headers: { location: '/' }, performed: true }],
  ])('posts once, looks for the message and reports what it finds: %s', async (_name, effect) => {
    world.faultPost(effect);
    const send = world.sendOf();
    const answer = await world.worker.ask('message.send', send);
    const [arrived] = world.onServer();
    expect(answer).toMatchObject(
      arrived === undefined
        ? ok({ state: 'unknown', entryId: send.entryId })
        : ok({ state: 'sent', message: { id: arrived } }),
    );
    expect(await world.states()).toMatchObject([
      arrived === undefined ? { name: 'unknown' } : { name: 'sent', messageId: arrived },
    ]);
    expect(world.posts()).toHaveLength(1);
  });

  test.each(['hang', 'hang-after'] as const)(
    'looks for the message when the answer times out (%s)',
    async (connection) => {
      world.faultPost({ connection });
      const send = world.sendOf();
      const answer = world.worker.ask('message.send', send);
      await vi.waitFor(() => {
        expect(world.posts()).toHaveLength(1);
        expect(world.onServer()).toHaveLength(connection === 'hang' ? 0 : 1);
      });
      world.worker.timeOut();
      const state = connection === 'hang' ? 'unknown' : 'sent';
      expect(await answer).toMatchObject(ok({ state }));
      expect(await world.states()).toMatchObject([{ name: state }]);
      expect(world.posts()).toHaveLength(1);
    },
  );
});

describe('a send that GetSales refuses', () => {
  test.each<[string, FaultEffect, object]>([
    ['400', { status: 400, body: JSON_ERROR }, { code: 'refused', status: 400 }],
    ['404', { status: 404, body: JSON_ERROR }, { code: 'refused', status: 404 }],
    ['405', { status: 405, body: JSON_ERROR }, { code: 'refused', status: 405 }],
    ['411', { status: 411, body: HTML }, { code: 'refused', status: 411 }],
    ['413', { status: 413, body: JSON_ERROR }, { code: 'refused', status: 413 }],
    ['415', { status: 415, body: JSON_ERROR }, { code: 'refused', status: 415 }],
    ['422', { status: 422, body: JSON_ERROR }, { code: 'refused', status: 422 }],
    ['401', { status: 401, body: JSON_ERROR }, { code: 'key-rejected' }],
    ['402', { status: 402, body: JSON_ERROR }, { code: 'payment-required' }],
    ['403 of GetSales', { status: 403, body: JSON_ERROR }, { code: 'forbidden', by: 'api' }],
    ['403 of a firewall', { status: 403, body: HTML }, { code: 'forbidden', by: 'gateway' }],
    ['429', { status: 429, headers: { 'retry-after': '5' } }, { code: 'rate-limited', retryAfterMs: 5_000 }],
    ['429 without a pause', { status: 429 }, { code: 'rate-limited', retryAfterMs: 17_500 }],
    [
      '429 with an absurd pause',
      { status: 429, headers: { 'retry-after': '999999' } },
      { code: 'rate-limited', retryAfterMs: 3_600_000 },
    ],
  ])('reports %s and is not retried automatically', async (_name, effect, error) => {
    world.faultPost(effect);
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(err(error));
    expect(await world.states()).toMatchObject([{ name: 'refused', error }]);
    expect(world.posts()).toHaveLength(1);
    expect(world.onServer()).toHaveLength(0);
  });

  test('a send without a single-use connection is refused and not sent', async () => {
    const worker = world.startWorker({ openTransport: () => Promise.resolve(null) });
    const error = { code: 'may-repeat' } as const;
    expect(await worker.ask('message.send', world.sendOf())).toEqual(err(error));
    expect(await world.states()).toMatchObject([{ name: 'refused', error }]);
    expect(world.posts()).toEqual([]);
  });

  test('five failures in a row stop requests for a while, also for a new key, and report the reason', async () => {
    world.sandbox.control.fault({ path: '/**', effect: { status: 502, body: HTML } });
    const trouble = err({ code: 'server-trouble', status: 502 });
    for (let tries = 0; tries < 3; tries += 1) await world.worker.ask('senders.get', { fresh: true });
    const seen = world.sandbox.control.requests().length;
    expect(await world.worker.ask('message.send', world.sendOf())).toEqual(trouble);
    expect(await world.worker.ask('session.connect', { key: world.sandbox.key, confirmed: null })).toEqual(trouble);
    expect(world.sandbox.control.requests()).toHaveLength(seen);
    world.sandbox.control.clearFaults();
    world.pass(30_000);
    expect(await world.worker.ask('message.send', world.sendOf())).toMatchObject(ok({ state: 'sent' }));
  });

  test('401 stops all further requests with this key', async () => {
    world.sandbox.control.revokeKey();
    await world.worker.ask('message.send', world.sendOf());
    expect(await world.worker.ask('session.get', {})).toMatchObject(ok({ state: 'rejected' }));
    world.sandbox.control.clearRequests();
    expect(await world.worker.ask('message.send', world.sendOf())).toEqual(err({ code: 'key-rejected' }));
    expect(world.sandbox.control.requests()).toEqual([]);
  });
});
