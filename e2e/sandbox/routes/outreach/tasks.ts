import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { touch } from '../../state/leads';
import type { TaskRow } from '../../state/outreach-rows';
import { stamp } from '../../state/workspace';
import { readBody, requiredText, requireFields, selectedInvalid } from '../../wire/body';
import { filterRows } from '../../wire/filter';
import { textOf, wireTime } from '../../wire/values';
import { pageOf, pageQuery, sortRows } from '../../wire/page';
import { invalid, Missing } from '../../wire/problem';
import { bracketFilter, queryOf } from '../../wire/query';

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

/** The status after each of the three actions (docs/getsales-api.md#notes-and-blacklist). */
const ENDS = { complete: 'closed', cancel: 'canceled', fail: 'failed' } as const;

/** Manual tasks (docs/getsales-api.md#notes-and-blacklist). The real service would send a task of a sending type; the sandbox does not. */
export function taskRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/flows/api/tasks', (c) => {
    const query = queryOf(c);
    const page = pageQuery(query);
    const rows = filterRows(c.get('workspace').tasks.all(), bracketFilter(query), FILTERS);
    return c.json(pageOf(sortRows(rows, page.orderField, page.descending), page, (row) => row));
  });

  app.post('/flows/api/tasks', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['lead_uuid', 'sender_profile_uuid', 'text', 'schedule_at']);
    const lead = c.get('workspace').leads.get(requiredText(body, 'lead_uuid'));
    if (lead === undefined) throw selectedInvalid('lead_uuid');
    const sender = c.get('workspace').senders.get(requiredText(body, 'sender_profile_uuid'));
    if (sender === undefined) throw selectedInvalid('sender_profile_uuid');
    const text = requiredText(body, 'text');
    const at = Date.parse(requiredText(body, 'schedule_at'));
    if (Number.isNaN(at)) throw invalid({ schedule_at: ['The schedule at is not a valid date.'] });
    const row: TaskRow = {
      ...stamp(c.get('workspace')),
      assigned_to: c.get('user').id,
      user_id: c.get('user').id,
      lead_uuid: lead.uuid,
      sender_profile_uuid: sender.uuid,
      flow_uuid: null,
      type: textOf(body['type']) ?? 'linkedin_send_message',
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
