import { describe, expect, test } from 'vitest';
import { answering, type Reply } from '../testing/answering';

const id = (number: number) => `9d1e4c70-3333-4333-8333-00000000000${String(number)}`;
const rows = (...data: readonly object[]): Reply => ({ json: { data, total: data.length } });

describe('lists', () => {
  test('whose names differ only by case or accent stay in the order of their age', async () => {
    const names = ['Zoo', 'Expo', 'expo', 'Éxpo', 'expo', 'Aargau'];
    const { client } = answering([rows(...names.map((name, number) => ({ uuid: id(number), name })))]);
    expect(await client.lists()).toMatchObject({
      value: ['Aargau', 'Expo', 'expo', 'Éxpo', 'expo', 'Zoo'].map((name) => ({ name })),
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
      value: [
        { id: id(1), name: 'A' },
        { id: id(2), name: 'B' },
      ],
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
    expect(await client.lists()).toMatchObject({ ok: true, value: { length: 600 } });
    expect(asked).toHaveLength(600);
  });
});

describe('stages', () => {
  test('are those of contacts, also when GetSales names no object', async () => {
    const stage = (number: number, name: string, object?: string) => ({ uuid: id(number), name, object });
    const { client } = answering([rows(stage(1, 'New', 'lead'), stage(2, 'Won'), stage(3, 'Size', 'company'))]);
    expect(await client.stages()).toEqual({
      ok: true,
      value: new Map([
        [id(1), 'New'],
        [id(2), 'Won'],
      ]),
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
