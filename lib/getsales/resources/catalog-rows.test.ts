import { describe, expect, test } from 'vitest';
import { answering, type Reply } from '../testing/answering';

const id = (number: number) => `9d1e4c70-3333-4333-8333-00000000000${String(number)}`;
const rows = (...data: readonly object[]): Reply => ({ json: { data, total: data.length } });

describe('lists', () => {
  test('whose names differ only by case or accent stay in the order of their age', async () => {
    const names = ['Zoo', 'Expo', 'expo', 'Éxpo', 'expo', 'Aargau'];
    const { client } = answering([rows(...names.map((name, number) => ({ uuid: id(number), name })))]);
    expect(await client.lists()).toMatchObject({
      value: { lists: ['Aargau', 'Expo', 'expo', 'Éxpo', 'expo', 'Zoo'].map((name) => ({ name })), more: false },
    });
  });

  test('are read until GetSales has no more, also when a page was read before', async () => {
    const { client, asked } = answering([
      { json: { data: [{ uuid: id(1), name: 'A' }], has_more: true } },
      { json: { data: [{ uuid: id(2), name: 'B' }], has_more: true } },
      { json: { data: [{ uuid: id(1), name: 'A again' }], has_more: true } },
    ]);
    expect(await client.lists()).toEqual({
      ok: true,
      value: {
        lists: [
          { id: id(1), name: 'A' },
          { id: id(2), name: 'B' },
        ],
        more: false,
      },
    });
    expect(asked.map(({ query }) => query.at(-1))).toEqual([
      ['offset', '0'],
      ['offset', '1'],
      ['offset', '2'],
    ]);
  });

  test('are read up to 600 pages', async () => {
    const endless = Array.from({ length: 601 }, (_, page) => ({
      json: { data: [{ uuid: id(0).slice(0, -3) + String(page).padStart(3, '0'), name: 'Fair' }], has_more: true },
    }));
    const { client, asked } = answering(endless);
    expect(await client.lists()).toMatchObject({ ok: true, value: { lists: { length: 600 }, more: true } });
    expect(asked).toHaveLength(600);
  });

  const page = (from: number, count: number, total: number): Reply => ({
    json: {
      data: Array.from({ length: count }, (_, row) => ({
        uuid: id(0).slice(0, -5) + String(from + row).padStart(5, '0'),
        name: 'Fair',
      })),
      total,
    },
  });

  test('are asked for once beyond the 10,000th, and kept when GetSales refuses to go there', async () => {
    const pages = Array.from({ length: 100 }, (_, index) => page(index * 100, 100, 217_000));
    const { client, asked } = answering([...pages, { status: 500 }]);
    expect(await client.lists()).toMatchObject({ ok: true, value: { lists: { length: 10_000 }, more: true } });
    expect(asked).toHaveLength(101);
  });

  test('are kept when GetSales fails at a later page', async () => {
    const { client } = answering([page(0, 100, 250), ...Array.from({ length: 5 }, () => ({ status: 500 }))]);
    expect(await client.lists()).toMatchObject({ ok: true, value: { lists: { length: 100 }, more: true } });
  });

  test.each([
    { status: 429, code: 'rate-limited' },
    { status: 401, code: 'key-rejected' },
    { status: 403, code: 'forbidden' },
  ])('are an error when a later page is refused with $status', async ({ status, code }) => {
    const refused = Array.from({ length: 9 }, () => ({ status, json: { error: { reason: 'no', message: 'No.' } } }));
    const { client } = answering([page(0, 100, 250), ...refused]);
    expect(await client.lists()).toMatchObject({ ok: false, error: { code } });
  });

  test('are an error when the first page fails, and when the connection breaks later', async () => {
    expect(await answering(Array.from({ length: 5 }, () => ({ status: 500 }))).client.lists()).toMatchObject({
      ok: false,
    });
    expect(await answering([page(0, 100, 250)]).client.lists()).toMatchObject({ ok: false });
  });

  test('beyond those are found by words of their name or by id', async () => {
    const { client, asked } = answering([rows({ uuid: id(7), name: 'Fair 12,000' }), rows()]);
    expect(await client.findLists('q', 'fair')).toEqual({ ok: true, value: [{ id: id(7), name: 'Fair 12,000' }] });
    expect(await client.findLists('uuid', id(7))).toEqual({ ok: true, value: [] });
    expect(asked.map(({ query }) => query[0])).toEqual([
      ['filter[q]', 'fair'],
      ['filter[uuid]', id(7)],
    ]);
  });

  test('that cannot be searched for are an error', async () => {
    expect(await answering([]).client.findLists('q', 'fair')).toMatchObject({ ok: false });
    expect(await answering([{ json: { nothing: true } }]).client.findLists('q', 'fair')).toMatchObject({
      ok: false,
      error: { code: 'unreadable-answer' },
    });
  });
});

test('senders are an error when a later page fails', async () => {
  const senders = { json: { data: [{ uuid: id(1), label: 'Mara' }], total: 2 } };
  const { client } = answering([senders, ...Array.from({ length: 5 }, () => ({ status: 500 }))]);
  expect(await client.senders()).toMatchObject({ ok: false });
});

describe('stages', () => {
  test('are those of contacts, also when GetSales names no object', async () => {
    const stage = (number: number, name: string, object?: string) => ({ uuid: id(number), name, object });
    const { client } = answering([rows(stage(1, 'New', 'lead'), stage(2, 'Won'), stage(3, 'Size', 'company'))]);
    expect(await client.stages()).toEqual({
      ok: true,
      value: { [id(1)]: 'New', [id(2)]: 'Won' },
    });
  });

  test.each([
    [400, true, 2],
    [422, true, 2],
    [401, false, 1],
    [403, false, 1],
    [404, false, 1],
  ])('after a %i are requested in the other form: %s', async (status, isAskedAgain, requests) => {
    const { client, asked } = answering([{ status, json: {} }, rows({ uuid: id(1), name: 'New' })]);
    expect((await client.stages()).ok).toBe(isAskedAgain);
    expect(asked).toHaveLength(requests);
  });

  test('fail without an answer', async () => {
    expect(await answering([]).client.stages()).toEqual({ ok: false, error: { code: 'unreachable', why: 'network' } });
  });
});

test('custom fields are those of contacts, in their order; those without one come first', async () => {
  const field = (number: number, object: string | null, order: number | null) => ({
    uuid: id(number),
    name: `Field ${String(number)}`,
    object,
    order,
  });
  const fields = [7, 6, 5].map((order) => field(order, 'lead', order));
  fields.push(field(1, 'lead', 2), field(2, null, 1), field(3, 'company', 0), field(4, 'lead', null));
  expect(await answering([rows(...fields)]).client.customFields()).toEqual({
    ok: true,
    value: [4, 2, 1, 5, 6, 7].map((number) => ({ id: id(number), name: `Field ${String(number)}` })),
  });
});

test.each(['lists', 'senders', 'stages', 'customFields'] as const)('%s fail when none is readable', async (what) => {
  const { client } = answering([rows({ uuid: 'none' })]);
  expect(await client[what]()).toEqual({ ok: false, error: { code: 'unreadable-answer', status: 200 } });
});
