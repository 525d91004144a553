import { HTML, JSON_ERROR, sendingWorld, TEXT, type SendingWorld } from '@/e2e/support/sending';
import type { FaultBody, FaultEffect } from '@/e2e/sandbox/faults/rule';
import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { FOUND, READ, sendOnce, UNKNOWN, type Sent } from './send-once';
import { titleOf } from './table/catalogue';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

const json = (value: unknown): FaultBody => ({ kind: 'json', value });
const merged = (text: string): FaultBody => ({ kind: 'merged', value: JSON.parse(text) });
const POISON = '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}';

describe('a message with an unexpected answer', () => {
  test.each<[string, FaultEffect, Sent]>([
    [titleOf('N8'), { status: 200, body: HTML }, UNKNOWN],
    [titleOf('N8', 'although it was processed'), { status: 200, body: HTML, performed: true }, FOUND],
    [titleOf('N9'), { body: { kind: 'truncated' } }, FOUND],
    [titleOf('N9', 'and the connection'), { body: { kind: 'cut' } }, FOUND],
    [titleOf('N10', '{}'), { status: 200, body: json({}) }, UNKNOWN],
    [titleOf('N10', '[]'), { status: 200, body: json([]) }, UNKNOWN],
    [titleOf('N10', 'null'), { status: 200, body: json(null) }, UNKNOWN],
    [titleOf('N10', '"ok"'), { status: 200, body: json('ok') }, UNKNOWN],
    [titleOf('N11', 'UTF-8 with a mark'), { body: { kind: 'encoded', as: 'utf-8-bom' } }, READ],
    [titleOf('N11', 'UTF-16'), { body: { kind: 'encoded', as: 'utf-16' } }, FOUND],
    [titleOf('N12'), { status: 204 }, UNKNOWN],
    [titleOf('N13', 'an id that is no text'), { status: 201, body: json({ uuid: 7, text: [] }) }, UNKNOWN],
    [titleOf('N13', 'another type of the text'), { body: merged('{"text":[{}],"sent_at":{}}') }, READ],
    [titleOf('N13', 'more fields'), { body: merged('{"more":[1],"data2":{"uuid":"x"}}') }, READ],
    [titleOf('N13', '100,000 levels'), { status: 201, body: { kind: 'deep', depth: 100_000 } }, UNKNOWN],
    [titleOf('N14', 'as fields of a message'), { body: merged(POISON) }, READ],
    [titleOf('N20'), { status: 409, body: JSON_ERROR }, UNKNOWN],
    [titleOf('N23', '408'), { status: 408, body: JSON_ERROR }, UNKNOWN],
    [titleOf('N23', '421'), { status: 421, body: JSON_ERROR }, UNKNOWN],
    [titleOf('N23', '425'), { status: 425, body: JSON_ERROR }, UNKNOWN],
    [titleOf('N23', '500'), { status: 500, body: JSON_ERROR }, UNKNOWN],
    [titleOf('N23', '502'), { status: 502, body: HTML }, UNKNOWN],
    [titleOf('N23', '503 with Retry-After'), { status: 503, headers: { 'retry-after': '1' } }, UNKNOWN],
    [titleOf('N23', '504'), { status: 504, body: HTML }, UNKNOWN],
    [titleOf('N24'), { status: 500, body: JSON_ERROR, performed: true }, FOUND],
  ])('%s', async (_title, effect, expected) => {
    world.faultPost(effect);
    expect(await sendOnce(world)).toEqual(expected);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  test(titleOf('N13', '50 MB'), async () => {
    world.faultPost({ status: 201, body: { kind: 'huge', bytes: 50_000_000 } });
    let read = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    const worker = world.startWorker({
      fetch: async (input, init) => {
        const answer = await world.sandbox.fetch(input, init);
        return init?.method === 'POST' ? new Response(answer.body?.pipeThrough(counted), answer) : answer;
      },
    });
    expect(await sendOnce(world, worker)).toEqual(UNKNOWN);
    expect(read).toBeGreaterThan(5_000_000);
    expect(read).toBeLessThan(6_000_000);
  });

  test(titleOf('N14', 'as fields with errors'), async () => {
    const data = `{"text":["Too long"],"__proto__":["a"],"constructor":["b"],"prototype":["c"]}`;
    const text = `{"error":{"message":"No","data":${data}}}`;
    world.faultPost({ status: 422, body: { kind: 'text', text, type: 'application/json' } });
    expect(await world.worker.ask('message.send', world.sendOf())).toEqual(
      err({ code: 'refused', status: 422, problems: [{ field: 'text', message: 'Too long' }] }),
    );
  });
});

describe('a message that GetSales refuses', () => {
  const page = '<!doctype html><style>b{}</style><h1>Not <b>allowed</b></h1><script>alert(1)</script>';
  test.each<[string, number, FaultBody, readonly object[]]>([
    ['a text', 422, json({ error: 'Sender is not active' }), [{ field: '', message: 'Sender is not active' }]],
    [
      'a list',
      422,
      json({ error: { data: { text: ['Too long', 'Too loud'] } } }),
      [
        { field: 'text', message: 'Too long' },
        { field: 'text', message: 'Too loud' },
      ],
    ],
    [
      'nested',
      400,
      json({ error: { message: 'No', data: { 'a.b': { c: ['Deep'] } } } }),
      [{ field: 'a.b.c', message: 'Deep' }],
    ],
    [
      'HTML in JSON',
      422,
      json({ error: { message: '<p>Too <b>long</b></p><script>x</script>' } }),
      [{ field: '', message: 'Too long' }],
    ],
    ['HTML', 400, { kind: 'html', text: page }, [{ field: '', message: 'Not allowed' }]],
  ])(`${titleOf('N15')} (%s)`, async (_variant, status, body, problems) => {
    world.faultPost({ status, body });
    const send = world.sendOf();
    expect(await world.worker.ask('message.send', send)).toEqual(err({ code: 'refused', status, problems }));
    expect([world.posts().length, world.onServer().length]).toEqual([1, 0]);
    expect(await world.worker.ask('outbox.recent', { contactId: world.contactId })).toMatchObject(
      ok([{ id: send.entryId, text: TEXT, state: { name: 'refused' } }]),
    );
  });

  test.each<[string, FaultEffect, string]>([
    [titleOf('N15', '402'), { status: 402, body: JSON_ERROR }, 'payment-required'],
    [titleOf('N19', 'the contact of a message'), { status: 404, body: JSON_ERROR }, 'not-found'],
    [titleOf('N21'), { status: 413, body: JSON_ERROR }, 'refused'],
    [titleOf('N22', 'a message'), { status: 429, headers: { 'retry-after': '5' } }, 'rate-limited'],
    [titleOf('N38'), { status: 401, body: JSON_ERROR }, 'key-rejected'],
  ])('%s', async (_title, effect, code) => {
    const refused = { answer: code, recorded: 'refused', posts: 1, arrived: 0, looks: 0 };
    world.faultPost(effect);
    expect(await sendOnce(world)).toEqual(refused);
    world.sandbox.control.clearFaults();
    world.pass(600_000);
    await world.startWorker().services.recovery.processDue(true);
    expect([world.posts().length, world.onServer().length]).toEqual([1, 0]);
    expect(await world.states()).toMatchObject([{ name: 'refused', error: { code } }]);
  });

  test(titleOf('N16'), async () => {
    world.sandbox.control.revokeKey();
    const refused = { answer: 'key-rejected', recorded: 'refused', posts: 0, arrived: 0, looks: 0 };
    expect(await sendOnce(world)).toEqual(refused);
    await world.worker.ask('lists.get', { fresh: true });
    await world.startWorker().services.recovery.processDue(true);
    expect(world.sandbox.control.requests().map(({ status }) => status)).toEqual([401]);
  });

  test.each<[string, FaultEffect, object]>([
    [titleOf('N18', 'from GetSales'), { status: 403, body: JSON_ERROR }, { code: 'forbidden', by: 'api' }],
    [titleOf('N18', 'from a firewall'), { status: 403, body: HTML }, { code: 'forbidden', by: 'gateway' }],
  ])('%s', async (_title, effect, error) => {
    world.faultPost(effect);
    expect(await world.worker.ask('message.send', world.sendOf())).toEqual(err(error));
    expect([world.posts().length, world.onServer().length]).toEqual([1, 0]);
  });
});
