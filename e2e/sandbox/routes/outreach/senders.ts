import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { filterRows } from '../../wire/filter';
import { pageOf, pageQuery, sortRows } from '../../wire/page';
import { Missing } from '../../wire/problem';
import { bracketFilter, queryOf } from '../../wire/query';

const FILTERS = [
  'status',
  'uuid',
  'label',
  'first_name',
  'last_name',
  'linkedin_account_uuid',
  'mailbox_uuid',
  'assignee_user_id',
  'user_id',
] as const;

/** Sender profiles (docs/getsales-api.md#senders). */
export function senderRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/flows/api/sender-profiles', (c) => {
    const query = queryOf(c);
    const page = pageQuery(query);
    const searched = ['label', 'first_name', 'last_name'];
    const rows = filterRows(c.get('workspace').senders.all(), bracketFilter(query), FILTERS, searched);
    return c.json(pageOf(sortRows(rows, page.orderField, page.descending), page, (row) => row));
  });
  app.get('/flows/api/sender-profiles/:uuid', (c) => {
    const row = c.get('workspace').senders.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    return c.json(row);
  });
  return app;
}
