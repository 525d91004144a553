import { expect, test } from 'vitest';
import { jonas } from '../../../support/cast';
import { leadUuid, rowsOf, SENDERS, uuidNamed, uuidOf } from '../../testing/seeded';
import { sandboxClient } from '../../testing/sandbox-client';

const TASKS = '/flows/api/tasks';
const ATTACHMENTS = '/flows/api/attachments';
const WEBHOOKS = '/integrations/api/webhooks';

test('a manual task is scheduled, listed, and completed, cancelled or failed', async () => {
  const me = sandboxClient();
  const lead = leadUuid(me, jonas.slug);
  const sender = await uuidNamed(me, SENDERS, 'Mara (DE)');
  const body = { lead_uuid: lead, sender_profile_uuid: sender, text: 'A short follow-up.' };
  const make = () => me.post(TASKS, { ...body, schedule_at: '2026-12-01T09:00:00.000000Z' });
  for (const [action, status] of [
    ['complete', 'closed'],
    ['cancel', 'canceled'],
    ['fail', 'failed'],
  ]) {
    const uuid = uuidOf((await make()).body);
    expect((await me.put(`${TASKS}/${uuid}/${action}`)).status).toBe(200);
    const listed = await me.get(TASKS, { 'filter[lead_uuid]': lead, 'filter[status]': status ?? '', limit: '1' });
    expect(rowsOf(listed.body)).toMatchObject([{ uuid, type: 'linkedin_send_message', automation: 'manual' }]);
  }
  expect((await me.post(TASKS, { lead_uuid: lead })).status).toBe(422);
  expect((await me.put(`${TASKS}/00000000-0000-4000-8000-000000000000/cancel`)).status).toBe(404);
  expect(me.sandbox.control.violations()).toEqual([]);
});

test('a task is created as another client sends it, read, skipped and tried again', async () => {
  const me = sandboxClient();
  const lead = leadUuid(me, jonas.slug);
  const made = await me.post(TASKS, {
    sender_profile_uuid: await uuidNamed(me, SENDERS, 'Mara (DE)'),
    type: 'linkedin_send_message',
    automation: 'manual',
    status: 'new',
    payload: { template: 'A short follow-up.', note: 'After the fair' },
    schedule_at: '2026-12-01T09:00:00.000000Z',
    timezone: 'UTC',
    filter: { all: false, ids: [lead], excludeIds: [] },
  });
  expect(made).toMatchObject({ status: 201, body: { lead_uuid: lead, payload: { template: 'A short follow-up.' } } });
  const path = `${TASKS}/${uuidOf(made.body)}`;
  const read = async () => (await me.get(path)).body;
  expect(await read()).toMatchObject({ note: 'After the fair', automation: 'manual', status: 'in_progress' });
  await me.put(`${path}/skip`);
  expect(await read()).toMatchObject({ status: 'skipped' });
  await me.put(`${path}/retry`);
  expect(await read()).toMatchObject({ status: 'in_progress' });
  expect((await me.get(TASKS, { 'filter[q]': 'after the fair' })).body).toMatchObject({ total: 1 });
  expect((await me.get(`${TASKS}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
  expect(me.sandbox.control.violations()).toEqual([]);
});

test('a file is uploaded alone, listed and deleted, at the places of both clients', async () => {
  const { sandbox, get, remove } = sandboxClient();
  const upload = async () => {
    const form = new FormData();
    form.set('attachment', new File(['%PDF-1.7'], 'offer.pdf', { type: 'application/pdf' }));
    const headers = { authorization: `Bearer ${sandbox.key}` };
    return sandbox.fetch(`https://amazing.getsales.io${ATTACHMENTS}`, { method: 'POST', headers, body: form });
  };
  for (const place of [ATTACHMENTS, '/leads/api/attachments']) {
    const uuid = uuidOf(await (await upload()).json());
    const payload = { name: 'offer.pdf', size: '8', type: 'application/pdf' };
    expect((await get(place, { limit: '5' })).body).toMatchObject({ total: 1, data: [{ uuid, payload }] });
    expect((await get(`${place}/${uuid}`)).body).toMatchObject({ uuid });
    expect((await remove(`${place}/${uuid}`)).status).toBe(204);
    expect((await get(`${place}/${uuid}`)).status).toBe(404);
    expect((await remove(`${place}/${uuid}`)).status).toBe(404);
  }
  expect(sandbox.control.violations()).toEqual([]);
});

test('a file is uploaded as a form and attached to a message', async () => {
  const { sandbox, post, ...me } = sandboxClient();
  const form = new FormData();
  form.set('attachment', new File(['%PDF-1.7'], 'offer.pdf', { type: 'application/pdf' }));
  form.set('payload', JSON.stringify({ name: 'offer.pdf', size: '8', type: 'application/pdf' }));
  const sent = await sandbox.fetch(`https://amazing.getsales.io${ATTACHMENTS}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.key}` },
    body: form,
  });
  expect(sent.status).toBe(201);
  const uuid = uuidOf(await sent.json());
  expect((await me.get(`${ATTACHMENTS}/${uuid}`)).body).toMatchObject({ payload: { name: 'offer.pdf', size: '8' } });
  const message = await post('/flows/api/linkedin-messages', {
    sender_profile_uuid: await uuidNamed(me, SENDERS, 'Mara (DE)'),
    lead_uuid: leadUuid({ sandbox }, jonas.slug),
    text: 'The offer.',
    attachments: [{ uuid }],
  });
  expect(message).toMatchObject({ status: 201, body: { attachments: [{ uuid }] } });
  expect(sandbox.control.violations()).toEqual([]);
});

test('a webhook is created under data, listed flat, and deleted', async () => {
  const { get, post, remove, sandbox } = sandboxClient();
  const wanted = { name: 'Relay', event: 'contact_replied_linkedin_message', target_url: 'https://relay.acme.test/in' };
  const made = await post(WEBHOOKS, wanted);
  expect(made).toMatchObject({ status: 201, body: { data: { ...wanted, status: 'on', filters: [] } } });
  const [row] = rowsOf((await get(WEBHOOKS)).body);
  expect((await remove(`${WEBHOOKS}/${row?.uuid}`)).status).toBe(204);
  expect((await post(WEBHOOKS, { ...wanted, target_url: 'relay' })).status).toBe(422);
  expect(sandbox.control.violations()).toEqual([]);
});
