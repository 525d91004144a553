import { describe, expect, test } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import { ListId } from '@/lib/domain/ids';
import { err, ok } from '@/lib/domain/result';
import { listA, uuidOf } from '@/lib/outbox/testing/entries';
import { contactOf } from '@/lib/domain/testing/contact';
import { attemptOf, created, NOW, upserted, type Given } from './testing/attempt';

const offline: AppError = { code: 'offline' };
const listB = ListId.parse(uuidOf(302));
const asOf = new Date(NOW).toISOString();
const lost = err({ fate: 'unknown', error: { code: 'unreachable', why: 'network' } } as const);
const notDone = (error: AppError) => err({ fate: 'not-done', error } as const);
const limited: AppError = { code: 'rate-limited', retryAfterMs: 60_000 };
const other = contactOf({ ...created, slug: 'someone-else' });
const mayHaveArrived = { state: { name: 'dispatching', tries: 1, mayHaveArrived: true } } as const;
const THRICE = ['upsert', 'sleep 500', 'upsert', 'sleep 1000', 'upsert', 'lookup'];
const first = { name: 'dispatching', tries: 0, mayHaveArrived: false } as const;

describe('the lookup before an add', () => {
  const present = { kind: 'present', contact: created } as const;
  const recent: Given['recent'] = {
    ...present,
    listName: null,
    stageName: null,
    automations: [],
    lastReplyAt: null,
    extras: 'complete',
    asOf,
  };

  test.each<[string, Given, readonly string[], string]>([
    ['finds nobody', {}, ['lookup', 'upsert'], 'created'],
    ['is not needed after a recent one that found nobody', { recent: { kind: 'absent', asOf } }, ['upsert'], 'created'],
    ['is not needed after a recent one that found the person', { recent }, ['upsert'], 'kept'],
    ['is needed before a move', { recent, entry: { ifPresent: 'move' } }, ['lookup', 'move'], 'created'],
    ['is needed for a repeated attempt', { recent, entry: mayHaveArrived }, ['lookup', 'upsert'], 'created'],
    [
      'is needed for a later attempt',
      { recent, entry: { state: { name: 'dispatching', tries: 1, mayHaveArrived: false } } },
      ['lookup', 'upsert'],
      'created',
    ],
    ['does not stop the add when it fails', { lookups: [err(offline)] }, ['lookup', 'upsert'], 'created'],
    ['does not count when it finds another person', { lookups: [ok(other)] }, ['lookup', 'upsert'], 'created'],
    ['finds the person on the list', { lookups: [ok(contactOf({ listId: listA }))] }, ['lookup', 'upsert'], 'kept'],
  ])('%s', async (_name, given, requests, effect) => {
    const { run, steps, state } = await attemptOf(given);
    expect(await run()).toMatchObject(ok({ effect }));
    expect(steps.slice(0, requests.length)).toEqual(requests);
    expect(await state()).toMatchObject({ name: 'done', outcome: { effect } });
  });

  test.each([mayHaveArrived.state, first])('that meets a rejected key ends the attempt of %j', async (before) => {
    const { run, steps, state } = await attemptOf({
      entry: { state: before },
      lookups: [err({ code: 'key-rejected' })],
    });
    expect(await run()).toEqual(ok({ effect: 'waiting', error: { code: 'key-rejected' } }));
    expect(steps).toEqual(['lookup', 'changed']);
    expect(await state()).toMatchObject({ name: 'waiting', mayHaveArrived: before.mayHaveArrived });
  });
});

describe('an upsert', () => {
  const forbidden = (by: 'api' | 'gateway'): AppError => ({ code: 'forbidden', by });
  const unfit: AppError = { code: 'refused', status: 422, problems: [] };
  const existing = (message: string): AppError => ({
    code: 'refused',
    status: 422,
    problems: [{ field: '', message }],
  });
  const elsewhere = contactOf({ listId: listB });
  const gone: AppError = { code: 'not-found', what: 'list' };

  test.each<[string, Given, readonly string[], object]>([
    ['is repeated up to three times', { upserts: [lost] }, THRICE, { name: 'waiting', mayHaveArrived: true }],
    [
      'ends with its first answer',
      { upserts: [lost, upserted(created)] },
      ['upsert', 'sleep 500', 'upsert'],
      { name: 'done' },
    ],
    [
      'that GetSales refuses is not repeated',
      { upserts: [notDone({ code: 'bad-request' })] },
      ['upsert'],
      { name: 'refused' },
    ],
    [
      'that GetSales forbids is not repeated',
      { upserts: [notDone(forbidden('api'))] },
      ['upsert'],
      { name: 'refused' },
    ],
    [
      'that a firewall forbids waits',
      { upserts: [notDone(forbidden('gateway'))] },
      ['upsert'],
      { name: 'waiting', mayHaveArrived: false },
    ],
    [
      'without credit is refused',
      { upserts: [notDone({ code: 'payment-required' })] },
      ['upsert'],
      { name: 'refused' },
    ],
    [
      'that was not sent waits',
      { upserts: [notDone(offline)] },
      ['upsert'],
      { name: 'waiting', error: offline, tries: 1, mayHaveArrived: false },
    ],
    ...[204, 202, 200].map((status): [string, Given, readonly string[], object] => [
      `that is answered with ${status} and without the contact ends with a lookup`,
      {
        upserts: [err({ fate: 'unknown', error: { code: 'unreadable-answer', status } })],
        lookups: [ok(null), ok(elsewhere)],
      },
      THRICE,
      { name: 'done', outcome: { effect: 'kept' } },
    ]),
    [
      'that is answered without a contact waits if nobody is found',
      { upserts: [err({ fate: 'unknown', error: { code: 'unreadable-answer', status: 204 } })] },
      THRICE,
      { name: 'waiting', mayHaveArrived: true },
    ],
    ...['The lead already exists.', 'Linkedin has already been taken.', 'Duplicate lead'].map(
      (message): [string, Given, readonly string[], object] => [
        `that is refused with "${message}" is kept`,
        { upserts: [notDone(existing(message))], lookups: [ok(null), ok(elsewhere)] },
        ['upsert', 'lookup'],
        { name: 'done', outcome: { effect: 'kept' } },
      ],
    ),
    [
      'that is refused with "already exists" is refused if nobody is found',
      { upserts: [notDone(existing('Already exists.'))] },
      ['upsert', 'lookup'],
      { name: 'refused', error: existing('Already exists.') },
    ],
    [
      'that moves is not settled by a contact on another list',
      {
        entry: { ifPresent: 'move' },
        upserts: [err({ fate: 'unknown', error: { code: 'unreadable-answer', status: 204 } })],
        lookups: [ok(null), ok(elsewhere)],
      },
      ['move', 'sleep 500', 'move', 'sleep 1000', 'move', 'lookup'],
      { name: 'waiting', mayHaveArrived: true },
    ],
    [
      'that is refused after one that got lost is refused',
      { upserts: [lost, notDone(gone)] },
      ['upsert', 'sleep 500', 'upsert'],
      { name: 'refused' },
    ],
    [
      'with unfit values after one that got lost is refused',
      { upserts: [lost, notDone(unfit)] },
      ['upsert', 'sleep 500', 'upsert'],
      { name: 'refused', error: unfit },
    ],
    [
      'that is limited after one that got lost is looked for',
      { upserts: [lost, notDone(limited)] },
      ['upsert', 'sleep 500', 'upsert', 'lookup'],
      { name: 'waiting', error: limited, mayHaveArrived: true },
    ],
    [
      'that is forbidden after one that got lost is looked for, and refused',
      { upserts: [lost, notDone(forbidden('api'))] },
      ['upsert', 'sleep 500', 'upsert', 'lookup'],
      { name: 'refused' },
    ],
    [
      'that is limited after an earlier attempt is looked for',
      { entry: mayHaveArrived, upserts: [notDone(limited)] },
      ['upsert', 'lookup'],
      { name: 'waiting', error: limited, mayHaveArrived: true },
    ],
  ])('%s', async (_name, given, requests, state) => {
    const attempt = await attemptOf(given);
    await attempt.run();
    expect(attempt.steps.slice(1, requests.length + 2)).toEqual([...requests, 'forget']);
    expect(await attempt.state()).toMatchObject(state);
  });

  test.each<[AppError, readonly string[]]>([
    [gone, ['lists true']],
    [{ code: 'bad-request' }, []],
  ])('that is refused with %j has the lists reloaded, or not', async (error, reload) => {
    const attempt = await attemptOf({ upserts: [notDone(error)] });
    expect(await attempt.run()).toEqual(err(error));
    expect(attempt.steps).toEqual(['lookup', 'upsert', 'forget', ...reload, 'changed']);
  });

  test.each<[string, Required<Given>['lookups'], boolean]>([
    ['the person on the list', [ok(null), ok(created)], true],
    ['the person on another list', [ok(null), ok(contactOf({ listId: listB }))], false],
    ['another person on the list', [ok(null), ok(other)], false],
    ['nobody', [ok(null)], false],
    ['nothing, since it fails', [ok(null), err(offline)], false],
  ])('that got lost is done if the lookup finds %s', async (_name, lookups, isDone) => {
    const attempt = await attemptOf({ upserts: [lost], lookups });
    expect(await attempt.run()).toMatchObject(ok({ effect: isDone ? 'created' : 'waiting' }));
  });

  test('that got lost may have arrived while it cannot be looked for, whatever the next one meets', async () => {
    const attempt = await attemptOf({ upserts: [lost, notDone(forbidden('api'))], lookups: [ok(null), err(offline)] });
    await attempt.run();
    expect(await attempt.state()).toMatchObject({ name: 'waiting', error: forbidden('api'), mayHaveArrived: true });
  });
});

test('an add waits for an undo that cannot be finished, and sends nothing', async () => {
  const attempt = await attemptOf({ undone: err(offline) });
  expect(await attempt.run()).toEqual(ok({ effect: 'waiting', error: offline }));
  expect(attempt.steps).toEqual(['changed']);
});

test.each([
  [mayHaveArrived.state, 2],
  [first, 1],
])('a try from %j is the next one, and its pause grows', async (state, tries) => {
  const attempt = await attemptOf({ entry: { state }, undone: err(limited) });
  await attempt.run();
  const retryAt = new Date(NOW + 60_000).toISOString();
  const { mayHaveArrived: arrived } = state;
  expect(await attempt.state()).toMatchObject({ name: 'waiting', tries, retryAt, mayHaveArrived: arrived });
});
