import { JSON_ERROR, TEXT, type SendingWorld } from '@/e2e/support/sending';
import type { FaultBody, FaultEffect } from '@/e2e/sandbox/faults/rule';
import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { sendOnce } from './send-once';
import { titleOf } from './table/catalogue';
import { sendingWorld } from './worlds';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

const json = (value: unknown): FaultBody => ({ kind: 'json', value });

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
    ['HTML in a plain message', 400, json({ message: page }), [{ field: '', message: 'Not allowed' }]],
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
    [
      'a page of HTML with 400 is of something in between',
      { status: 400, body: { kind: 'html', text: page } },
      'forbidden',
    ],
    [titleOf('N21'), { status: 413, body: JSON_ERROR }, 'refused'],
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
});
