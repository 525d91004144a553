import { expect, test } from 'vitest';
import { FLOWS, at, LISTS, rowsOf, uuidNamed } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

test('contacts are counted per list', async () => {
  const me = sandboxClient();
  const list = await uuidNamed(me, LISTS, 'EU founders');
  const { body } = await me.post(`${LISTS}/metrics`, { uuids: [list] });
  const found = await me.post('/leads/api/leads/count', { filter: { list_uuid: list } });
  expect(body).toEqual({ [list]: { leads_count: at(found.body, 'total') } });
  expect((await me.post(`${LISTS}/metrics`, {})).status).toBe(422);
  expect(me.sandbox.control.violations()).toEqual([]);
});

test('contacts and companies are counted per tag', async () => {
  const { get, post, sandbox } = sandboxClient();
  const [tag] = rowsOf((await get('/leads/api/tags')).body);
  const body = { uuids: [tag?.uuid], metrics: ['leads_count', 'companies_count'] };
  const found = await post('/leads/api/leads/count', { filter: { tags: [tag?.uuid] } });
  expect((await post('/leads/api/tags/metrics', body)).body).toEqual({
    [tag?.uuid ?? '']: { leads_count: at(found.body, 'total'), companies_count: 0 },
  });
  expect((await post('/leads/api/tags/metrics', { uuids: [tag?.uuid] })).status).toBe(422);
  expect(sandbox.control.violations()).toEqual([]);
});

test('contacts are counted per automation', async () => {
  const me = sandboxClient();
  const [flow] = rowsOf((await me.get('/flows/api/flows-leads', { limit: '1' })).body);
  const uuid = String(flow?.['flow_uuid']);
  const enrolled = await me.get('/flows/api/flows-leads', { 'filter[flow_uuid]': uuid });
  const { body } = await me.post(`${FLOWS}/metrics`, { uuids: [uuid] });
  expect(at(body, uuid, 'leads_count')).toBe(at(enrolled.body, 'total'));
  expect((await me.post(`${FLOWS}/metrics`, {})).status).toBe(422);
  expect(me.sandbox.control.violations()).toEqual([]);
});

test('what happened in a period is totalled by metric, and e-mails are none', async () => {
  const { post, sandbox } = sandboxClient();
  const metrics = [
    'linkedin_sent_count',
    'linkedin_inbox_count',
    'linkedin_connection_request_sent_count',
    'linkedin_connection_request_accepted_count',
    'email_sent_count',
  ];
  const totals = async (from: string, to: string) => {
    const { body } = await post('/leads/api/leads/metrics', { period_from: from, period_to: to, metrics });
    return metrics.map((name) => at(body, 'total', name));
  };
  const everything = await totals('2000-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z');
  expect(everything.slice(0, 4).every((total) => Number(total) > 50)).toBe(true);
  expect(everything[4]).toBe(0);
  expect(await totals('2030-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z')).toEqual([0, 0, 0, 0, 0]);
  const unnamed = await post('/leads/api/leads/metrics', { period_from: '2026-01-01', period_to: '2026-02-01' });
  expect(unnamed.status).toBe(422);
  expect(sandbox.control.violations()).toEqual([]);
});
