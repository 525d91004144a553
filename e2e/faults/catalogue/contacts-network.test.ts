import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { addOf, contactIdOf, UPSERT } from '@/e2e/support/worker-people';
import { jonas, mira } from '@/e2e/support/cast';
import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';

let world: AddingWorld;
const LISTS = '/leads/api/lists';
const HTML = { kind: 'html', text: '<h1>Blocked</h1>' } as const;

beforeEach(async () => {
  world = await addingWorld();
});

test('N17: one of five parallel reads gets 401: the key is rejected, and no request follows', async () => {
  world.sandbox.control.fault({ path: LISTS, times: 1, effect: { status: 401 } });
  const asked = [1, 2, 3, 4, 5].map(() => world.worker.ask('lists.get', { fresh: true }));
  await Promise.all(asked);
  expect(await world.worker.ask('session.get', {})).toMatchObject(ok({ state: 'rejected' }));
  const seen = world.sandbox.control.requests().length;
  expect(await world.worker.ask('contact.add', addOf(world.procurement))).toEqual(err({ code: 'key-rejected' }));
  expect(world.sandbox.control.requests()).toHaveLength(seen);
});

test('N18: five refusals by a firewall open the circuit breaker', async () => {
  world.sandbox.control.fault({ path: '/**', effect: { status: 403, body: HTML } });
  for (let tries = 0; tries < 5; tries += 1) await world.worker.ask('senders.get', { fresh: true });
  const seen = world.sandbox.control.requests().length;
  expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(err({ code: 'forbidden', by: 'gateway' }));
  expect(world.sandbox.control.requests()).toHaveLength(seen);
});

test('N19: a deleted list: the add fails, the lists are loaded again, and the add stays in Activity', async () => {
  const gone = { status: 404, body: { kind: 'json', value: {} } } as const;
  world.sandbox.control.fault({ path: UPSERT, effect: gone });
  world.sandbox.control.fault({ method: 'POST', path: '/leads/api/leads', effect: gone });
  expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(err({ code: 'not-found' }));
  expect(world.sandbox.control.requests().at(-1)?.path).toBe(LISTS);
  expect(await world.worker.ask('activity.page', { show: 'failed', after: null, limit: 9 })).toMatchObject(
    ok({ entries: [{ state: { name: 'refused' } }] }),
  );
});

describe('N22: 429', () => {
  test.each([
    ['in seconds', '5', 5_000],
    ['as a date', 'Mon, 23 Nov 2026 12:00:07 GMT', 7_000],
    ['that asks for years', '999999', 3_600_000],
  ])('%s: the add waits at least that long', async (_name, header, ms) => {
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': header } } });
    await world.worker.ask('contact.add', addOf(world.procurement));
    const asked = world.upserts().length;
    const next = await world.worker.services.recovery.processDue(false);
    const wait = (next.ok ? (next.value ?? 0) : 0) - world.now();
    expect(wait).toBeGreaterThanOrEqual(ms - 1_000);
    expect(wait).toBeLessThanOrEqual(3_600_000);
    expect(world.upserts()).toHaveLength(asked);
  });

  test.each([
    ['in the past', 'Wed, 21 Oct 2015 07:28:00 GMT'],
    ['negative', '-1'],
    ['in letters', 'abc'],
    ['missing', null],
  ])('%s: waits for a default time, without a busy loop', async (_name, header) => {
    world.sandbox.control.fault({ path: UPSERT, effect: { status: 429, headers: { 'retry-after': header } } });
    await world.worker.ask('contact.add', addOf(world.procurement));
    expect(world.upserts().length).toBeLessThanOrEqual(3);
    expect(await world.states()).toMatchObject([{ name: 'waiting', error: { code: 'rate-limited' } }]);
  });
});

test('N23: 503 to a read: tries four times, then reports the error', async () => {
  world.sandbox.control.fault({ path: LISTS, effect: { status: 503 } });
  expect(await world.worker.ask('lists.get', { fresh: true })).toEqual(err({ code: 'server-trouble', status: 503 }));
  expect(world.sandbox.control.requests()).toHaveLength(4);
});

describe('N33: large amounts of data', () => {
  test('loads 50,000 lists page by page', async () => {
    world.sandbox.control.seedLists(50_000);
    world.sandbox.control.setRateLimit(null);
    const lists = await world.worker.ask('lists.get', { fresh: true });
    expect(lists).toMatchObject(ok({ value: { length: 50_012 } }));
  });

  test('loads a conversation one page at a time', async () => {
    const contactId = await contactIdOf(world.worker, jonas);
    world.sandbox.control.clearRequests();
    await world.worker.ask('conversation.page', { contactId, senderId: null, offset: 0, fresh: true });
    expect(world.sandbox.control.requests().map(({ query }) => Object.fromEntries(query))).toMatchObject([
      { limit: '50' },
    ]);
  });
});

describe('N34: pages with wrong data', () => {
  test.each([
    ['a row twice', { repeatFirst: true }],
    ['a total that is too high', { total: 1_000 }],
    ['a total of nothing', { total: 0 }],
    ['more, for ever', { hasMore: true }],
    ['no word about more', { hasMore: null }],
  ])('%s: loading ends, and has every list once', async (_name, list) => {
    world.sandbox.control.fault({ path: LISTS, effect: { list } });
    const lists = await world.worker.ask('lists.get', { fresh: true });
    const names = lists.ok ? lists.value.value.map(({ id }) => id) : [];
    expect(new Set(names).size).toBe(names.length);
    expect(world.sandbox.control.requests().length).toBeLessThan(20);
  });
});

test('N36: an add that times out twice and then succeeds creates one contact with the latest fields', async () => {
  world.sandbox.control.fault({ path: UPSERT, times: 2, effect: { connection: 'reset-after' } });
  expect(await world.worker.ask('contact.add', addOf(world.procurement))).toMatchObject(ok({ effect: 'created' }));
  expect(world.upserts()).toHaveLength(3);
  expect(world.sandbox.control.contact(mira.slug)).toMatchObject({
    lead: { list_uuid: world.procurement.id, first_name: mira.firstName },
  });
});
