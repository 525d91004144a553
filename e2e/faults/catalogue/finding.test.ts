import { MESSAGES } from '@/e2e/support/worker-people';
import { TEXT, type SendingWorld } from '@/e2e/support/sending';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '@/lib/domain/result';
import { FOUND, sendOnce, UNKNOWN } from './send-once';
import { titleOf } from './table/catalogue';
import { sendingWorld } from './worlds';

const HOUR_MS = 3_600_000;
let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

/** Looks for the message until nothing is left to do. */
async function lookToTheEnd(): Promise<void> {
  const { recovery } = world.worker.services;
  for (
    let next = await recovery.processDue(false);
    next.ok && next.value !== null;
    next = await recovery.processDue(false)
  ) {
    world.pass(next.value - world.now());
  }
}

describe('a message that arrived although its answer was lost', () => {
  beforeEach(() => {
    world.faultPost({ connection: 'reset-after' });
  });

  test.each<[string, FaultEffect, 'sent' | 'unknown']>([
    ['listed at once', { listLagMs: 0 }, 'sent'],
    ['5 seconds late', { listLagMs: 5_000 }, 'sent'],
    ['60 seconds late', { listLagMs: 60_000 }, 'sent'],
    ['299 seconds late', { listLagMs: 299_000 }, 'sent'],
    ['600 seconds late', { listLagMs: 600_000 }, 'unknown'],
    ['never', { body: { kind: 'json', value: { data: [], total: 0, has_more: false } } }, 'unknown'],
    ['omitted', { list: { dropFirst: true } }, 'unknown'],
    ['listed twice', { list: { repeatFirst: true } }, 'sent'],
  ])(`${titleOf('N30')} (%s)`, async (_variant, effect, state) => {
    world.faultList(effect, 1);
    await sendOnce(world);
    await lookToTheEnd();
    expect(await world.states()).toMatchObject([{ name: state }]);
    expect([world.posts().length, world.onServer().length]).toEqual([1, 1]);
  });

  test(titleOf('N30', 'after more messages than a page has'), async () => {
    for (let earlier = 0; earlier < 120; earlier += 1) {
      const message = { leadUuid: world.contactId, senderUuid: world.senderId, text: `Earlier ${earlier}` };
      world.sandbox.control.writeMessage(message);
    }
    expect(await sendOnce(world)).toEqual(FOUND);
  });

  test(titleOf('N31'), async () => {
    const { control } = world.sandbox;
    const worker = world.startWorker({
      fetch: async (input, init) => {
        const answer = world.sandbox.fetch(input, init);
        if (init?.method !== 'POST') return answer;
        await answer.catch(() => undefined);
        control.writeMessage({ leadUuid: world.contactId, senderUuid: world.senderId, text: TEXT });
        return answer;
      },
    });
    expect(await sendOnce(world, worker)).toEqual({ ...UNKNOWN, arrived: 2 });
    await lookToTheEnd();
    expect(await world.states()).toMatchObject([{ name: 'unknown' }]);
    expect(world.posts()).toHaveLength(1);
  });

  test.each([
    ['26 hours ahead', 26 * HOUR_MS],
    ['26 hours behind', -26 * HOUR_MS],
  ])(`${titleOf('N35')} (%s)`, async (_variant, skewMs) => {
    world.sandbox.control.advance(skewMs);
    expect(await sendOnce(world)).toEqual(FOUND);
  });

  test(titleOf('N35', '26 hours behind without Date, and the same text sent before'), async () => {
    world.sandbox.control.advance(-26 * HOUR_MS);
    world.sandbox.control.writeMessage({ leadUuid: world.contactId, senderUuid: world.senderId, text: TEXT });
    world.faultList({ headers: { date: null } });
    expect(await sendOnce(world)).toEqual({ ...FOUND, arrived: 2 });
  });
});

test(titleOf('N37'), async () => {
  world.sandbox.control.failNextMessages('Not connected with this contact');
  const sent = await world.worker.ask('message.send', world.sendOf());
  world.sandbox.control.advance(60_000);
  const messageId = sent.ok && sent.value.state === 'sent' ? sent.value.message.id : expect.fail('not sent');
  expect(await world.worker.ask('message.follow', { messageId })).toMatchObject(
    ok({ state: 'failed', failReason: 'Not connected with this contact' }),
  );
  world.sandbox.control.failNextMessages(null);
  expect(await world.worker.ask('message.retry', { messageId })).toMatchObject(ok({ id: messageId, state: 'queued' }));
  const writes = world.sandbox.control.requests().filter(({ method }) => method !== 'GET');
  expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST ${MESSAGES}`,
    `PUT ${MESSAGES}/${messageId}/retry`,
  ]);
  expect(world.onServer()).toEqual([messageId]);
});
