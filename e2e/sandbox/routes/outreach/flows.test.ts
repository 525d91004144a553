import { describe, expect, test } from 'vitest';
import { jonas, li, mira } from '../../../support/cast';
import { FLOWS, leadUuid, LISTS, rowsOf, SENDERS, uuidNamed } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

async function world() {
  const me = sandboxClient();
  const q4 = await uuidNamed(me, FLOWS, 'Q4 outreach');
  const lead = leadUuid(me, li.slug);
  const enrolments = async () =>
    rowsOf((await me.get('/flows/api/flows-leads', { 'filter[lead_uuid]': lead, limit: '100' })).body);
  return { ...me, q4, lead, enrolments };
}

describe('automations', () => {
  test('are listed without internal fields', async () => {
    const { get, q4, sandbox } = await world();
    const { body } = await get(FLOWS, { 'filter[status]': 'on', limit: '100', order_field: 'name', order_type: 'asc' });
    expect(rowsOf(body).map((row) => row['name'])).toEqual(['Founders welcome', 'Q4 outreach']);
    expect((await get(`${FLOWS}/${q4}`)).body).toMatchObject({ status: 'on', use_sender_schedule: 1 });
    expect((await get(`${FLOWS}/${q4}`)).body).not.toHaveProperty('senderUuid');
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('are stopped and started; a draft cannot be started', async () => {
    const { put, q4, sandbox, ...me } = await world();
    expect((await put(`${FLOWS}/${q4}/stop`)).body).toMatchObject({ status: 'off' });
    expect((await put(`${FLOWS}/${q4}/start`)).body).toMatchObject({ status: 'on' });
    const draft = await uuidNamed(me, FLOWS, 'Spring ideas');
    expect((await put(`${FLOWS}/${draft}/start`)).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('enrol a contact once, and again after a cancel', async () => {
    const { post, put, q4, lead, enrolments, sandbox } = await world();
    const enter = () => post(`${FLOWS}/${q4}/leads/${lead}`, {});
    expect(await enter()).toMatchObject({ status: 204, text: '' });
    expect(await enter()).toMatchObject({ status: 422 });
    expect(await enrolments()).toMatchObject([{ flow_uuid: q4, status: 'in_progress', contact_source_id: 1 }]);
    expect((await put(`${FLOWS}/leads/${lead}/cancel`, { flow_uuids: [q4] })).status).toBe(204);
    expect((await put(`${FLOWS}/leads/${lead}/cancel`, { flow_uuids: [q4] })).status).toBe(204);
    expect(await enrolments()).toMatchObject([{ status: 'canceled' }]);
    await enter();
    expect(await enrolments()).toMatchObject([{ status: 'restarted' }]);
    expect((await put(`${FLOWS}/leads/${lead}/cancel-all`)).status).toBe(204);
    expect(await enrolments()).toMatchObject([{ status: 'canceled' }]);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('list the same enrolments in both forms; the second filter takes arrays', async () => {
    const { get, post, ask, sandbox } = await world();
    const lead = leadUuid({ sandbox }, jonas.slug);
    const first = rowsOf((await get('/flows/api/flows-leads', { 'filter[lead_uuid]': lead })).body);
    const second = await post('/flows/api/flows-leads/list', { filter: { lead_uuid: [lead] }, limit: 100, offset: 0 });
    expect(rowsOf(second.body)).toEqual(first);
    expect(first.map((row) => row['status'])).toEqual(['in_progress', 'finished']);
    const odd = { json: { filter: { name: ['x'] } }, probe: 'unknown filter' };
    expect((await ask('POST', '/flows/api/flows-leads/list', odd)).status).toBe(500);
  });

  test('create and enrol a new contact, and can skip an existing one', async () => {
    const { post, q4, sandbox, ...me } = await world();
    const list = await uuidNamed(me, LISTS, 'EU founders');
    const add = (slug: string, skip: boolean) =>
      post(`${FLOWS}/${q4}/add-new-lead`, { lead: { linkedin_id: slug }, list_uuid: list, skip_if_lead_exists: skip });
    expect(await add(mira.slug, true)).toMatchObject({ status: 204, text: '' });
    expect(sandbox.control.contact(mira.slug)).toMatchObject({ flows: [{ status: 'in_progress' }] });
    expect(await add(mira.slug, true)).toMatchObject({ status: 200, body: { reason: 'skipped' } });
    expect(await add(li.slug, false)).toMatchObject({ status: 204 });
    expect((await post(`${FLOWS}/${q4}/add-new-lead`, {})).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('resume after a reply pause', async () => {
    const { put, sandbox } = await world();
    const lead = leadUuid({ sandbox }, jonas.slug);
    expect(sandbox.control.contact(jonas.slug)).toHaveProperty(
      'lead.last_stop_on_reply_at',
      '2026-11-21T12:00:00.000000Z',
    );
    expect((await put('/flows/api/tasks/continue-automation', { lead_uuid: lead })).status).toBe(200);
    expect(sandbox.control.contact(jonas.slug)).toHaveProperty('lead.last_stop_on_reply_at', null);
    expect((await put('/flows/api/tasks/continue-automation', {})).status).toBe(422);
    expect(sandbox.control.violations()).toEqual([]);
  });
});

describe('senders', () => {
  test('are three, one without LinkedIn, with booleans as 0 and 1', async () => {
    const { get, sandbox } = await world();
    const { body } = await get(SENDERS, { limit: '100', offset: '0', order_field: 'created_at', order_type: 'asc' });
    expect(rowsOf(body)).toMatchObject([
      { label: 'Mara (DE)', status: 'enabled', linkedin_account_uuid: expect.any(String), smart_limits_enabled: 1 },
      { label: 'Tom', status: 'disabled', linkedin_account_uuid: expect.any(String) },
      { label: 'Office (mail only)', linkedin_account_uuid: null, smart_limits_enabled: 0 },
    ]);
    expect(rowsOf((await get(SENDERS, { 'filter[q]': 'aasen' })).body)).toMatchObject([{ label: 'Tom' }]);
    expect((await get(`${SENDERS}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
    expect(sandbox.control.violations()).toEqual([]);
  });
});
