import type { AddingWorld } from '@/e2e/support/adding';
import { addOf, contactIdOf, UPSERT } from '@/e2e/support/worker-people';
import { jonas, mira } from '@/e2e/support/cast';
import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '@/lib/domain/result';
import { titleOf } from './table/catalogue';
import { addingWorld } from './worlds';

let world: AddingWorld;
const LISTS = '/leads/api/lists';

beforeEach(async () => {
  world = await addingWorld();
});

const requestCount = (): number => world.sandbox.control.requests().length;

describe('large amounts of data', () => {
  test(titleOf('N33', 'lists'), async () => {
    world.sandbox.control.seedLists(50_000);
    world.sandbox.control.setRateLimit(null);
    expect(await world.worker.ask('lists.get', { fresh: true })).toMatchObject(
      ok({ value: { lists: { length: 50_012 }, more: false } }),
    );
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
    const ids = lists.ok ? lists.value.value.lists.map(({ id }) => id) : [];
    expect({ lists: ids.length, requests: requestCount() }).toEqual(expected);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test(titleOf('N34', 'the same page without end'), async () => {
    const data = world.sandbox.control.lists();
    const value = { data, total: 1e9, has_more: true };
    world.sandbox.control.fault({ path: LISTS, effect: { status: 200, body: { kind: 'json', value } } });
    expect(await world.worker.ask('lists.get', { fresh: true })).toMatchObject(
      ok({ value: { lists: { length: 12 } } }),
    );
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
