import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { addOf, contactIdOf, UPSERT } from '@/e2e/support/worker-people';
import { jonas, mira } from '@/e2e/support/cast';
import type { FaultEffect } from '@/e2e/sandbox/faults/rule';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { titleOf } from './table/catalogue';

let world: AddingWorld;
const LISTS = '/leads/api/lists';
const HTML = { kind: 'html', text: '<h1>Blocked</h1>' } as const;

beforeEach(async () => {
  world = await addingWorld();
});

const requestCount = (): number => world.sandbox.control.requests().length;

test(titleOf('N17'), async () => {
  const contactId = await contactIdOf(world.worker, jonas);
  world.sandbox.control.clearRequests();
  world.sandbox.control.fault({ path: LISTS, effect: { status: 401 } });
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

describe('an add after 429', () => {
  test.each<[string, string | null, { readonly upserts: number; readonly waitMs: number }]>([
    ['5 seconds', '5', { upserts: 1, waitMs: 5_000 }],
    ['a date', 'Mon, 23 Nov 2026 12:00:07 GMT', { upserts: 1, waitMs: 7_000 }],
    ['years', '999999', { upserts: 1, waitMs: 3_600_000 }],
    ['a date in the past', 'Wed, 21 Oct 2015 07:28:00 GMT', { upserts: 2, waitMs: 2_000 }],
    ['a negative number', '-1', { upserts: 2, waitMs: 2_000 }],
    ['zero', '0', { upserts: 2, waitMs: 2_000 }],
    ['letters', 'abc', { upserts: 1, waitMs: 17_500 }],
    ['no header', null, { upserts: 1, waitMs: 17_500 }],
  ])(`${titleOf('N22')} (%s)`, async (_variant, header, { upserts, waitMs }) => {
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

test.each([
  [408, 4],
  [421, 1],
  [425, 4],
  [500, 4],
  [502, 4],
  [503, 4],
  [504, 4],
])(`${titleOf('N23')} (a read, %i)`, async (status, tries) => {
  world.sandbox.control.fault({ path: LISTS, effect: { status } });
  expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(err({ code: 'server-trouble', status }));
  expect(requestCount()).toBe(tries);
});

describe('large amounts of data', () => {
  test(titleOf('N33', 'lists'), async () => {
    world.sandbox.control.seedLists(50_000);
    world.sandbox.control.setRateLimit(null);
    expect(await world.worker.ask('lists.get', { fresh: true })).toMatchObject(ok({ value: { length: 50_012 } }));
    expect(requestCount()).toBe(501);
  });

  test(titleOf('N33', 'a conversation'), async () => {
    const contactId = await contactIdOf(world.worker, jonas);
    const [sender] = world.sandbox.control.senders();
    for (let written = 0; written < 10_000; written += 1) {
      const text = `Message ${written}`;
      world.sandbox.control.writeMessage({ leadUuid: contactId, senderUuid: sender?.uuid ?? '', text });
    }
    world.sandbox.control.clearRequests();
    const page = { contactId, senderId: null, fresh: true };
    expect(await world.worker.ask('conversation.page', { ...page, offset: 0 })).toMatchObject(
      ok({ messages: { length: 50 }, nextOffset: 50 }),
    );
    expect(await world.worker.ask('conversation.page', { ...page, offset: 9_950 })).toMatchObject(
      ok({ messages: { length: 50 }, nextOffset: 10_000 }),
    );
    expect(requestCount()).toBe(3);
  });
});

describe('pages with wrong data', () => {
  test.each([
    ['a row twice', { repeatFirst: true }, { lists: 12, requests: 1 }],
    ['a row omitted', { dropFirst: true }, { lists: 11, requests: 2 }],
    ['a total that is too high', { total: 1_000, hasMore: null }, { lists: 12, requests: 2 }],
    ['a total of nothing', { total: 0, hasMore: null }, { lists: 12, requests: 1 }],
    ['more, without end', { hasMore: true, repeatFirst: true }, { lists: 12, requests: 2 }],
    ['no word about more', { hasMore: null }, { lists: 12, requests: 1 }],
  ])(`${titleOf('N34')} (%s)`, async (_variant, list, expected) => {
    world.sandbox.control.fault({ path: LISTS, effect: { list } });
    const lists = await world.worker.ask('lists.get', { fresh: true });
    const ids = lists.ok ? lists.value.value.map(({ id }) => id) : [];
    expect({ lists: ids.length, requests: requestCount() }).toEqual(expected);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test(titleOf('N34', 'the same page without end'), async () => {
    const data = world.sandbox.control.lists();
    const value = { data, total: 1e9, has_more: true };
    world.sandbox.control.fault({ path: LISTS, effect: { status: 200, body: { kind: 'json', value } } });
    expect(await world.worker.ask('lists.get', { fresh: true })).toMatchObject(ok({ value: { length: 12 } }));
    expect(requestCount()).toBe(2);
  });
});

test.each(['reset-before', 'reset-after'] as const)(`${titleOf('N36')} (%s)`, async (connection) => {
  const before = world.sandbox.control.contactCount();
  world.sandbox.control.fault({ path: UPSERT, times: 2, effect: { connection } });
  const add = addOf(world.procurement, {
    draft: { firstName: mira.firstName, lastName: mira.lastName, company: mira.company, headline: 'The latest one' },
  });
  expect(await world.worker.ask('contact.add', add)).toMatchObject(ok({ effect: 'created' }));
  expect(world.upserts()).toHaveLength(3);
  expect(world.sandbox.control.contactCount()).toBe(before + 1);
  expect(world.sandbox.control.contact(mira.slug)).toMatchObject({
    lead: { list_uuid: world.procurement.id, first_name: mira.firstName, headline: 'The latest one' },
  });
});
