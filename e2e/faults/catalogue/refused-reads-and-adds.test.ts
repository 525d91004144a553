import type { AddingWorld } from '@/e2e/support/adding';
import { HTML, JSON_ERROR } from '@/e2e/support/sending';
import { addOf, contactIdOf, UPSERT } from '@/e2e/support/worker-people';
import { jonas } from '@/e2e/support/cast';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppError } from '@/lib/domain/app-error';
import { err, ok } from '@/lib/domain/result';
import { titleOf } from './table/catalogue';
import { addingWorld, sendingWorld } from './worlds';

let world: AddingWorld;
const LISTS = '/leads/api/lists';

beforeEach(async () => {
  world = await addingWorld();
});

/** Retry-After: a pause of more than three seconds is reported instead of waited for. */
const LONG: readonly (readonly [variant: string, header: string | null, waitMs: number])[] = [
  ['5 seconds', '5', 5_000],
  ['years', '999999', 3_600_000],
  ['letters', 'abc', 17_500],
  ['no header', null, 17_500],
];
/** Retry-After: a pause of one second. */
const SHORT = [
  ['a date in the past', 'Wed, 21 Oct 2015 07:28:00 GMT'],
  ['a negative number', '-1'],
  ['zero', '0'],
] as const;

const DATE = 'Mon, 23 Nov 2026 12:00:07 GMT';
const LONG_OR_DATE = [...LONG, ['a date', DATE, 7_000] as const];
/** For a message, whose world is five seconds older. */
const MESSAGE_PAUSES = [...LONG, ['a date', DATE, 2_000] as const, ...SHORT.map((form) => [...form, 1_000] as const)];

const requestCount = (): number => world.sandbox.control.requests().length;

test(titleOf('N17'), async () => {
  const contactId = await contactIdOf(world.worker, jonas);
  world.sandbox.control.clearRequests();
  world.sandbox.control.fault({ path: LISTS, effect: { status: 401, body: JSON_ERROR } });
  let sent = 0;
  const worker = world.startWorker({
    fetch: async (input, init) => {
      sent += 1;
      await vi.waitFor(() => expect(sent).toBeGreaterThanOrEqual(5));
      return world.sandbox.fetch(input, init);
    },
  });
  const pageAt = (offset: number) =>
    worker.ask('conversation.page', { contactId, senderId: null, offset, fresh: true });
  const [lists] = await Promise.all([
    worker.ask('lists.get', { fresh: true }),
    worker.ask('senders.get', { fresh: true }),
    ...[0, 50, 100].map(pageAt),
  ]);
  expect(lists).toEqual(err({ code: 'key-rejected' }));
  expect(await worker.ask('session.get', {})).toMatchObject(ok({ state: 'rejected' }));
  expect(requestCount()).toBe(5);
  expect(await worker.ask('contact.add', addOf(world.procurement))).toEqual(err({ code: 'key-rejected' }));
  await world.startWorker().services.recovery.processDue(true);
  expect(requestCount()).toBe(5);
});

test(titleOf('N18', 'five from a firewall'), async () => {
  world.sandbox.control.fault({ path: '/**', effect: { status: 403, body: HTML } });
  for (let tries = 0; tries < 5; tries += 1) await world.worker.ask('senders.get', { fresh: true });
  expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(err({ code: 'forbidden', by: 'gateway' }));
  expect(requestCount()).toBe(5);
  world.pass(30_000);
  await world.worker.ask('lists.get', { fresh: true });
  expect(requestCount()).toBe(6);
});

test.each<[string, FaultEffect, AppError]>([
  [titleOf('N18', 'from GetSales'), { status: 403, body: JSON_ERROR }, { code: 'forbidden', by: 'api' }],
  [titleOf('N18', 'from a firewall'), { status: 403, body: HTML }, { code: 'forbidden', by: 'gateway' }],
  [
    titleOf('N19', 'the contact of a message'),
    { status: 404, body: JSON_ERROR },
    { code: 'refused', status: 404, problems: [{ field: '', message: 'No.' }] },
  ],
  ...MESSAGE_PAUSES.map(([variant, header, retryAfterMs]): [string, FaultEffect, AppError] => [
    titleOf('N22', `a message, ${variant}`),
    { status: 429, headers: { 'retry-after': header } },
    { code: 'rate-limited', retryAfterMs },
  ]),
])('%s', async (_title, effect, error) => {
  const sending = await sendingWorld();
  sending.faultPost(effect);
  expect(await sending.worker.ask('message.send', sending.sendOf())).toEqual(err(error));
  sending.sandbox.control.clearFaults();
  sending.pass(600_000);
  await sending.startWorker().services.recovery.processDue(true);
  expect(await sending.states()).toEqual([{ name: 'refused', error }]);
  expect([sending.posts().length, sending.onServer().length]).toEqual([1, 0]);
});

test(titleOf('N19', 'the list of an add'), async () => {
  const gone: FaultEffect = { status: 404, body: { kind: 'json', value: {} } };
  world.sandbox.control.fault({ path: UPSERT, effect: gone });
  world.sandbox.control.fault({ method: 'POST', path: '/leads/api/leads', effect: gone });
  expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(err({ code: 'not-found' }));
  expect(world.sandbox.control.requests().at(-1)?.path).toBe(LISTS);
  expect(await world.worker.ask('activity.page', { show: 'failed', after: null, limit: 9 })).toMatchObject(
    ok({ entries: [{ state: { name: 'refused', error: { code: 'not-found' } } }] }),
  );
});

test(titleOf('N22', 'other requests'), async () => {
  world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': '5' } } });
  await world.worker.ask('contact.add', addOf(world.procurement));
  const asked = requestCount();
  const paused = err({ code: 'rate-limited', retryAfterMs: 5_000 });
  expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(paused);
  expect(requestCount()).toBe(asked);
  world.pass(5_000);
  expect(await world.worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  expect(requestCount()).toBe(asked + 1);
});

test(titleOf('N22', 'a date by a clock that is an hour ahead'), async () => {
  world.sandbox.control.advance(3_600_000);
  const headers = { 'retry-after': 'Mon, 23 Nov 2026 13:00:07 GMT' };
  world.sandbox.control.fault({ path: LISTS, effect: { status: 429, headers } });
  expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(
    err({ code: 'rate-limited', retryAfterMs: 7_000 }),
  );
});

/** The time between the first two requests, in milliseconds. */
function betweenRequests(): number {
  const [first, second] = world.sandbox.control.requests();
  return Number(second?.at) - Number(first?.at);
}

test.each(LONG_OR_DATE)(`${titleOf('N22')} (a read, %s)`, async (_variant, header, waitMs) => {
  world.sandbox.control.fault({ path: LISTS, times: 1, effect: { status: 429, headers: { 'retry-after': header } } });
  const paused = err({ code: 'rate-limited', retryAfterMs: waitMs });
  expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(paused);
  expect(requestCount()).toBe(1);
  world.pass(waitMs - 1);
  expect(await world.worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  expect(betweenRequests()).toBe(waitMs);
});

test.each(SHORT)(`${titleOf('N22')} (a read, %s)`, async (_variant, header) => {
  world.sandbox.control.fault({ path: LISTS, times: 1, effect: { status: 429, headers: { 'retry-after': header } } });
  expect(await world.worker.ask('lists.get', { fresh: true })).toMatchObject({ ok: true });
  expect(betweenRequests()).toBe(1_000);
});

describe('an add after 429', () => {
  test.each([
    ...LONG_OR_DATE.map((form) => [...form, 1] as const),
    // The worker waits a second and tries once more before it leaves the add to the next alarm.
    ...SHORT.map((form) => [...form, 2_000, 2] as const),
  ])(`${titleOf('N22')} (%s)`, async (_variant, header, waitMs, upserts) => {
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': header } } });
    await world.worker.ask('contact.add', addOf(world.procurement));
    expect(await world.states()).toMatchObject([{ name: 'waiting', error: { code: 'rate-limited' } }]);
    const asked = requestCount();
    const { recovery } = world.worker.services;
    expect(await recovery.processDue(false)).toEqual(ok(world.now() + waitMs));
    world.pass(waitMs - 1);
    await recovery.processDue(false);
    expect([requestCount(), world.upserts().length]).toEqual([asked, upserts]);
    world.sandbox.control.clearFaults();
    world.pass(1);
    expect(await recovery.processDue(false)).toEqual(ok(null));
    expect(world.upserts()).toHaveLength(upserts + 1);
    expect(await world.states()).toMatchObject([{ name: 'done' }]);
  });
});
