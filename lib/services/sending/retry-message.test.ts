import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { JSON_ERROR, sendingWorld, type SendingWorld } from '@/e2e/support/sending';
import { MESSAGES } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test } from 'vitest';
import { MessageId } from '@/lib/domain/ids';
import { err, ok } from '@/lib/domain/result';

let world: SendingWorld;
let messageId: MessageId;

/** Starts with a message that GetSales accepted and could not deliver. */
beforeEach(async () => {
  world = await sendingWorld();
  const sent = await world.worker.ask('message.send', world.sendOf());
  if (!sent.ok || sent.value.state !== 'sent') throw new Error('not sent');
  messageId = sent.value.message.id;
  world.sandbox.control.failMessage(messageId, 'Not connected with this contact');
  world.pass(4_000);
  world.sandbox.control.clearRequests();
});

const RETRY = `${MESSAGES}/*/retry`;
const retry = () => world.worker.ask('message.retry', { messageId });
const faultRetry = (effect: FaultEffect) => world.sandbox.control.fault({ method: 'PUT', path: RETRY, effect });
const writes = () =>
  world.sandbox.control
    .requests()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);

describe('retrying a failed message', () => {
  test('has GetSales deliver the same message, not a new one', async () => {
    expect(await retry()).toMatchObject(ok({ id: messageId, state: 'queued', failReason: null }));
    world.pass(4_000);
    expect(await world.worker.ask('message.follow', { messageId })).toMatchObject(ok({ state: 'sent' }));
    expect(writes()).toEqual([`PUT ${MESSAGES}/${messageId}/retry`]);
    expect(world.onServer()).toEqual([messageId]);
  });

  test('has its conversation read afresh', async () => {
    const page = () =>
      world.worker.ask('conversation.page', { contactId: world.contactId, senderId: null, offset: 0, fresh: false });
    const inState = (state: string) =>
      ok({ messages: expect.arrayContaining([expect.objectContaining({ id: messageId, state })]) });
    expect(await page()).toMatchObject(inState('failed'));
    await retry();
    expect(await page()).toMatchObject(inState('queued'));
  });

  test('sends no request when another user retried it before', async () => {
    await retry();
    world.pass(4_000);
    world.sandbox.control.clearRequests();
    expect(await retry()).toMatchObject(ok({ id: messageId, state: 'sent' }));
    expect(writes()).toEqual([]);
  });

  test('sends one request when two windows retry at once', async () => {
    const both = await Promise.all([retry(), retry()]);
    // Either may be the first to read the key.
    expect(both).toContainEqual(err({ code: 'busy' }));
    expect(both).toContainEqual(ok(expect.objectContaining({ id: messageId, state: 'queued' })));
    expect(writes()).toHaveLength(1);
  });

  test('says why GetSales refuses with a 404', async () => {
    faultRetry({ status: 404, body: JSON_ERROR });
    expect(await retry()).toMatchObject(err({ code: 'refused', status: 404 }));
  });

  test.each<[string, FaultEffect]>([
    ['a reset', { connection: 'reset-after' }],
    ['500', { status: 500, body: JSON_ERROR, performed: true }],
    ['a web page', { status: 200, body: { kind: 'html', text: '<p>' }, performed: true }],
  ])('reports the message as queued when the retry was done but answered with %s', async (_name, effect) => {
    faultRetry(effect);
    expect(await retry()).toMatchObject(ok({ id: messageId, state: 'queued' }));
    expect(writes()).toHaveLength(1);
  });

  test('reports the error once when the request did not arrive', async () => {
    faultRetry({ connection: 'reset-before' });
    expect(await retry()).toEqual(err({ code: 'unreachable', why: 'network' }));
    expect(writes()).toHaveLength(1);
  });

  test('reports the message as queued when reading it afterwards fails', async () => {
    world.faultList({ status: 500, body: JSON_ERROR }, 1);
    expect(await retry()).toMatchObject(ok({ id: messageId, state: 'queued', failReason: null }));
  });

  test('sends no request when the message cannot be read before', async () => {
    world.faultList({ status: 500, body: JSON_ERROR });
    expect(await retry()).toEqual(err({ code: 'server-trouble', status: 500 }));
    expect(writes()).toEqual([]);
  });
});
