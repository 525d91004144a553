import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { touch } from '../../state/leads';
import type { TaskRow } from '../../state/outreach-rows';
import { stamp } from '../../state/workspace';
import { readBody, requiredText, requireFields, selectedInvalid } from '../../wire/body';
import { recordOf, textOf, textsOf, wireTime, type JsonRecord } from '../../wire/values';
import { invalid, Missing } from '../../wire/problem';
import { queriedPage } from '../list-page';

const FILTERS = [
  'lead_uuid',
  'sender_profile_uuid',
  'flow_uuid',
  'status',
  'type',
  'automation',
  'executed_at',
  'schedule_at',
] as const;

/** The status after each action (docs/getsales-api.md#notes-and-blacklist). */
const ENDS = { complete: 'closed', cancel: 'canceled', fail: 'failed', skip: 'skipped', retry: 'in_progress' } as const;

const TYPES = [
  'linkedin_send_message',
  'linkedin_send_connection_request',
  'linkedin_send_inmail',
  'linkedin_like_latest_post',
  'linkedin_endorse_skills',
];

/** Manual tasks (docs/getsales-api.md#notes-and-blacklist). The real service would send a task of a sending type; the sandbox does not. */
export function taskRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/flows/api/tasks', (c) =>
    c.json(queriedPage(c, c.get('workspace').tasks.all(), { filters: FILTERS, searched: ['note', 'type'] })),
  );
  app.get('/flows/api/tasks/:uuid', (c) => {
    const row = c.get('workspace').tasks.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    return c.json(row);
  });

  app.post('/flows/api/tasks', async (c) => {
    const body = flattened(await readBody(c));
    requireFields(body, ['lead_uuid', 'sender_profile_uuid', 'text', 'schedule_at']);
    const lead = c.get('workspace').leads.get(requiredText(body, 'lead_uuid'));
    if (lead === undefined) throw selectedInvalid('lead_uuid');
    const sender = c.get('workspace').senders.get(requiredText(body, 'sender_profile_uuid'));
    if (sender === undefined) throw selectedInvalid('sender_profile_uuid');
    const text = requiredText(body, 'text');
    const at = Date.parse(requiredText(body, 'schedule_at'));
    if (Number.isNaN(at)) throw invalid({ schedule_at: ['The schedule at is not a valid date.'] });
    const type = textOf(body['type']) ?? 'linkedin_send_message';
    if (c.get('quirks').words === 'strict' && !TYPES.includes(type)) throw selectedInvalid('type');
    const row: TaskRow = {
      ...stamp(c.get('workspace')),
      assigned_to: c.get('user').id,
      user_id: c.get('user').id,
      lead_uuid: lead.uuid,
      sender_profile_uuid: sender.uuid,
      flow_uuid: null,
      type,
      automation: 'manual',
      automation_error_code: null,
      status: 'in_progress',
      payload: { template: text, rendered_text: text },
      attempts: 0,
      error_msg: null,
      note: textOf(body['note']),
      timezone: textOf(body['timezone']) ?? 'UTC',
      schedule_at: wireTime(at),
      executed_at: null,
    };
    return c.json(c.get('workspace').tasks.add(row), 201);
  });

  for (const [action, status] of Object.entries(ENDS)) {
    app.put(`/flows/api/tasks/:uuid/${action}`, (c) => {
      const row = c.get('workspace').tasks.get(c.req.param('uuid'));
      if (row === undefined) throw new Missing();
      row.status = status;
      row.executed_at = status === 'closed' ? wireTime(c.get('workspace').now()) : null;
      touch(c.get('workspace'), row);
      return c.json([]);
    });
  }
  return app;
}

/** The reference has `text`, another client `payload.template` and the contact in `filter.ids`. */
function flattened(body: JsonRecord): JsonRecord {
  const payload = recordOf(body['payload']);
  const [chosen] = textsOf(recordOf(body['filter'])['ids']);
  return {
    ...body,
    text: body['text'] ?? payload['template'],
    note: body['note'] ?? payload['note'],
    lead_uuid: body['lead_uuid'] ?? chosen,
  };
}
