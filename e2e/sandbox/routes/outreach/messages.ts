import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { ARTICLE_PLACEHOLDER, findLead, type Workspace } from '../../state/workspace';
import type { MessageRow } from '../../state/outreach-rows';
import { sendMessage } from '../../state/sending';
import { readBody, requireFields } from '../../wire/body';
import { filterRows, withoutFresh } from '../../wire/filter';
import { recordOf, textOf } from '../../wire/values';
import { invalid, Missing } from '../../wire/problem';
import { queryFilter, queryOf, type FilterMap } from '../../wire/query';
import { queriedPage } from '../list-page';

/** Fields that messages can be filtered by; whether `q` is among them is a switch (docs/getsales-api.md#filters). */
const FILTERS = [
  'uuid',
  'lead_uuid',
  'sender_profile_uuid',
  'linkedin_account_uuid',
  'linkedin_conversation_uuid',
  'type',
  'status',
  'automation',
  'linkedin_type',
  'user_id',
  'task_pipeline_uuid',
  'template_uuid',
  'message_hash',
  'read_at',
  'sent_at',
  'created_at',
] as const;

/** The second is printed in the Quick Start. */
const SEND_PATHS = ['/flows/api/linkedin-messages', '/flows/api/messages'];

const GROUP_FIELDS = ['status', 'type', 'sender_profile_uuid', 'linkedin_account_uuid'] as const;

/** LinkedIn messages (docs/getsales-api.md#conversation). */
export function messageRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/flows/api/linkedin-messages', (c) => {
    const workspace = c.get('workspace');
    const filter = withoutPlaceholder(workspace, queryFilter(queryOf(c), c.get('quirks')));
    const searched = c.get('quirks').messageSearch === 'answered' ? ['text'] : [];
    const rows = filterRows(
      withoutFresh(candidates(workspace, filter), c.get('lagMs'), workspace),
      filter,
      FILTERS,
      searched,
    );
    const listed = workspace.lateListing.list(rows);
    return c.json(queriedPage(c, listed, { orderField: 'sent_at' }));
  });

  for (const path of SEND_PATHS) {
    app.post(path, async (c) => {
      const quirks = c.get('quirks');
      const row = sendMessage(c.get('workspace'), await readBody(c), { userId: c.get('user').id, quirks });
      if (quirks.listing === 'late') c.get('workspace').lateListing.delay(row.uuid);
      return c.json(row, 201);
    });
  }

  app.post('/flows/api/linkedin-messages/group-counts', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['group_field']);
    const field = GROUP_FIELDS.find((known) => known === body['group_field']);
    if (field === undefined) throw invalid({ group_field: ['The selected group field is invalid.'] });
    const counts: Record<string, number> = {};
    for (const row of filterRows(c.get('workspace').messages.all(), recordOf(body['filter']), FILTERS)) {
      const value = row[field] ?? '';
      counts[value] = (counts[value] ?? 0) + 1;
    }
    return c.json(counts);
  });

  app.put('/flows/api/linkedin-messages/:uuid/retry', (c) => {
    const row = c.get('workspace').messages.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    if (row.status !== 'failed') throw invalid({ status: ['Only failed messages can be sent again.'] });
    c.get('workspace').messages.queue(row, null);
    return c.json(row);
  });

  app.delete('/flows/api/linkedin-messages/:uuid', (c) => {
    if (!c.get('workspace').messages.remove(c.req.param('uuid'))) throw new Missing();
    return c.body(null, 204);
  });
  return app;
}

/**
 * Narrows the rows with the indexes of the store, so that a page of a 10,000-message thread, or one message by its id, takes
 * a few milliseconds.
 */
function candidates({ messages }: Workspace, filter: FilterMap): readonly MessageRow[] {
  const uuid = textOf(filter['uuid']);
  if (uuid !== null) return [messages.get(uuid)].filter((row) => row !== undefined);
  const lead = textOf(filter['lead_uuid']);
  return lead === null ? messages.all() : messages.ofLead(lead);
}

/** The article's `filter[lead_uuid]=uuid-uuid-uuid-uuid-example` (state/workspace.ts). */
function withoutPlaceholder(workspace: Workspace, filter: FilterMap): FilterMap {
  if (filter['lead_uuid'] !== ARTICLE_PLACEHOLDER) return filter;
  return { ...filter, lead_uuid: findLead(workspace, ARTICLE_PLACEHOLDER)?.uuid };
}
