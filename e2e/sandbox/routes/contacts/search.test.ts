import { describe, expect, test } from 'vitest';
import { at, LISTS, rowsOf, uuidNamed } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';
import * as z from 'zod/mini';

const SEARCH = '/leads/api/leads/search';
const Found = z.object({
  total: z.number(),
  data: z.array(z.object({ lead: z.object({ name: z.string(), list_uuid: z.string() }) })),
});

describe('searching contacts', () => {
  test('finds wrapped contacts by free text, on a page without has_more', async () => {
    const { post, sandbox } = sandboxClient();
    const { body } = await post(SEARCH, { filter: { q: 'jonas fjord' }, limit: 20, offset: 0 });
    expect(Found.parse(body)).toMatchObject({ total: 1, data: [{ lead: { name: 'Jonas Berg' } }] });
    expect(body).not.toHaveProperty('has_more');
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('finds the contacts of one list', async () => {
    const me = sandboxClient();
    const list = await uuidNamed(me, LISTS, 'Nordic procurement');
    const { total, data } = Found.parse((await me.post(SEARCH, { filter: { list_uuid: list }, limit: 100 })).body);
    expect(total).toBe(data.length);
    expect(new Set(data.map((row) => row.lead.list_uuid))).toEqual(new Set([list]));
  });

  test('returns flat rows without aggregation', async () => {
    const { post } = sandboxClient();
    const { body } = await post(SEARCH, { filter: { q: 'jonas' }, disable_aggregation: true });
    expect(rowsOf(body)).toMatchObject([{ linkedin: 'jonas-berg-x3' }]);
  });

  test('ignores text columns as filters', async () => {
    const { ask } = sandboxClient();
    const { body } = await ask('POST', SEARCH, { json: { filter: { first_name: 'Jonas' } }, probe: 'idle filter' });
    expect(body).toMatchObject({ total: 300 });
  });

  test.each(['updated_at', 'linkedin', 'anything'])('answers the filter %s with 500', async (field) => {
    const { ask } = sandboxClient();
    const answer = await ask('POST', SEARCH, { json: { filter: { [field]: 'x' } }, probe: 'unknown filter' });
    expect(answer).toMatchObject({ status: 500, body: { error: { message: expect.stringContaining(field) } } });
  });

  test('compares times', async () => {
    const { post } = sandboxClient();
    const recent = await post(SEARCH, { filter: { created_at: { '>=': '2026-11-10' } }, limit: 100 });
    expect(Found.parse(recent.body).total).toBe(6);
  });

  test('finds and counts by a period with both days included', async () => {
    const { post, sandbox } = sandboxClient();
    const period = { from: '2026-11-10', to: '2026-11-18' };
    const { total, data } = Found.parse((await post(SEARCH, { filter: { created_at: period }, limit: 100 })).body);
    expect(total).toBe(data.length);
    expect(total).toBeGreaterThan(0);
    const counted = await post('/leads/api/leads/count', { filter: { all: true, leadFilter: { created_at: period } } });
    expect(counted.body).toEqual({ count: total });
    const day = { from: '2026-11-10', to: '2026-11-10' };
    const outside = { from: '2026-11-11', to: '2026-11-18' };
    const count = async (filter: object) =>
      Number(at((await post('/leads/api/leads/count', { filter })).body, 'total'));
    expect((await count({ created_at: day })) + (await count({ created_at: outside }))).toBe(total);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('lists and counts all three hundred contacts', async () => {
    const { get, post, sandbox } = sandboxClient();
    expect((await get('/leads/api/leads', { limit: '5' })).body).toMatchObject({ total: 300, limit: 5 });
    expect((await post('/leads/api/leads/count', { filter: { q: 'jonas' } })).body).toEqual({ total: 1 });
    expect((await post('/leads/api/leads/count', {})).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });
});
