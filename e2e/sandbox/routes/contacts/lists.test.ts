import { describe, expect, test } from 'vitest';
import { LISTS, rowsOf } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

describe('lists', () => {
  test('are twelve, and the page has no has_more', async () => {
    const { get, sandbox } = sandboxClient();
    const { body } = await get(LISTS, { limit: '100', offset: '0', order_field: 'name', order_type: 'asc' });
    const names = rowsOf(body).map((row) => row['name']);
    expect(names).toHaveLength(12);
    expect(names).toEqual(expect.arrayContaining(['Nordic procurement', 'EU founders', 'Conference Berlin']));
    expect(names).toEqual(names.toSorted());
    expect(body).toMatchObject({ limit: 100, offset: 0, total: 12 });
    expect(body).not.toHaveProperty('has_more');
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('have pages of 20 rows by default and at most 100', async () => {
    const { ask, get, sandbox } = sandboxClient();
    sandbox.control.seedLists(150);
    expect((await get(LISTS)).body).toMatchObject({ limit: 20, total: 162 });
    const wide = await ask('GET', LISTS, { query: { limit: '1000' }, probe: 'limit over 100' });
    expect(wide.body).toMatchObject({ limit: 100 });
    expect(rowsOf(wide.body)).toHaveLength(100);
  });

  test('are paged to the end of ten thousand without repeats', async () => {
    const { get, sandbox } = sandboxClient();
    sandbox.control.seedLists(9_988);
    const seen = new Set<string>();
    for (let offset = 0; offset < 10_000; offset += 100) {
      const query = { limit: '100', offset: String(offset), order_field: 'name', order_type: 'asc' };
      rowsOf((await get(LISTS, query)).body).forEach((row) => seen.add(row.uuid));
    }
    expect(seen.size).toBe(10_000);
  });

  test.each(['per_page', 'page', 'name', 'filter'])('silently ignore the parameter %s', async (name) => {
    const { ask, get } = sandboxClient();
    const plain = await get(LISTS);
    const odd = await ask('GET', LISTS, { query: { [name]: '1' }, probe: 'ignored parameter' });
    expect(odd).toMatchObject({ status: 200, text: plain.text });
  });

  test('answer an unknown filter field with 500, not 422', async () => {
    const { ask } = sandboxClient();
    const answer = await ask('GET', LISTS, { query: { 'filter[colour]': 'red' }, probe: 'unknown filter field' });
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({ code: 500, error: { message: expect.stringContaining('colour') } });
  });

  test('are found by free text', async () => {
    const { get } = sandboxClient();
    expect(rowsOf((await get(LISTS, { 'filter[q]': 'BERLIN' })).body)).toMatchObject([{ name: 'Conference Berlin' }]);
  });

  test('are created with 201 and then found', async () => {
    const { get, post, sandbox } = sandboxClient();
    const made = await post(LISTS, { name: 'Trade fair' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Trade fair', team_id: 812 } });
    expect(rowsOf((await get(LISTS, { 'filter[name]': 'Trade fair' })).body)).toHaveLength(1);
    expect((await post(LISTS, {})).body).toMatchObject({ code: 422, error: { data: { name: [expect.any(String)] } } });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('are renamed', async () => {
    const { get, put, sandbox } = sandboxClient();
    const [first] = rowsOf((await get(LISTS)).body);
    expect((await put(`${LISTS}/${first?.uuid}`, { name: 'Renamed' })).body).toMatchObject({ name: 'Renamed' });
    expect((await get(`${LISTS}/${first?.uuid}`)).body).toMatchObject({ name: 'Renamed' });
    expect((await put(`${LISTS}/${first?.uuid}`, {})).status).toBe(422);
    expect((await put(`${LISTS}/00000000-0000-4000-8000-000000000000`, { name: 'x' })).status).toBe(404);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('are read by uuid; an unknown one is a 404 without body', async () => {
    const { get } = sandboxClient();
    const [first] = rowsOf((await get(LISTS)).body);
    expect((await get(`${LISTS}/${first?.uuid}`)).body).toEqual(first);
    expect(await get(`${LISTS}/00000000-0000-4000-8000-000000000000`)).toMatchObject({ status: 404, text: '' });
  });
});
