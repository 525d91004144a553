import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { ARTICLE_PLACEHOLDER, findLead, type Workspace } from '../../state/workspace';
import type { MessageRow } from '../../state/outreach-rows';
import { sendMessage } from '../../state/sending';
import { readBody, requireFields } from '../../wire/body';
import { filterRows, withoutFresh } from '../../wire/filter';
import { recordOf, textOf } from '../../wire/values';
import { pageOf, pageQuery, sortRows } from '../../wire/page';
import { invalid, Missing } from '../../wire/problem';
import { bracketFilter, queryOf, type FilterMap } from '../../wire/query';

/** Fields that messages can be filtered by; `q` is not among them (docs/getsales-api.md#filters). */
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

const GROUP_FIELDS = ['status', 'type', 'sender_profile_uuid', 'linkedin_account_uuid'] as const;

/** LinkedIn messages (docs/getsales-api.md#conversation). */
export function messageRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/flows/api/linkedin-messages', (c) => {
    const query = queryOf(c);
    const page = pageQuery(query, 'sent_at');
    const filter = withoutPlaceholder(c.get('workspace'), bracketFilter(query));
    const rows = filterRows(
      withoutFresh(candidates(c.get('workspace'), filter), c.get('lagMs'), c.get('workspace')),
      filter,
      FILTERS,
    );
    return c.json(pageOf(sortRows(rows, page.orderField, page.descending), page, (row) => row));
  });

  app.post('/flows/api/linkedin-messages', async (c) =>
    c.json(sendMessage(c.get('workspace'), await readBody(c), c.get('user').id), 201),
  );

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
