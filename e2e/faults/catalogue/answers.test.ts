import { HTML, JSON_ERROR, type SendingWorld } from '@/e2e/support/sending';
import type { FaultBody, FaultEffect } from '@/e2e/sandbox/faults/rule';
import { beforeEach, describe, expect, test } from 'vitest';
import { err } from '@/lib/domain/result';
import { FOUND, READ, sendOnce, UNKNOWN, type Sent } from './send-once';
import { titleOf } from './table/catalogue';
import { sendingWorld } from './worlds';

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

test.each([
  [408, 4],
  [421, 1],
  [425, 4],
  [500, 4],
  [502, 4],
  [503, 4],
  [504, 4],
])(`${titleOf('N23')} (a read, %i)`, async (status, tries) => {
  world.sandbox.control.fault({ path: '/leads/api/lists', effect: { status } });
  expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(err({ code: 'server-trouble', status }));
  expect(world.sandbox.control.requests().length).toBe(tries);
});
