import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { Missing } from '../../wire/problem';
import { queriedPage } from '../list-page';

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
    const searched = ['label', 'first_name', 'last_name'];
    return c.json(queriedPage(c, c.get('workspace').senders.all(), { filters: FILTERS, searched }));
  });
  app.get('/flows/api/sender-profiles/:uuid', (c) => {
    const row = c.get('workspace').senders.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    return c.json(row);
  });
  return app;
}
