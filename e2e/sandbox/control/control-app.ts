import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { WorkspaceControl } from './control';
import { FaultRuleSchema } from '../faults/schema';
import { KEY_NAMES } from '../access/keys';
import { QuirksSchema } from '../quirks/schema';
import type { Sandbox } from '../sandbox';
import { WORKSPACE_NAMES } from '../state/team';

const Key = z.enum(KEY_NAMES);
const Uuid = z.string();
const Text = z.object({ leadUuid: Uuid, senderUuid: Uuid, text: z.string() });

/**
 * The control of a sandbox over HTTP and JSON, for other processes; `/workspaces/<name>/...` for one workspace, without it
 * the first one. Requests from browsers are refused.
 */
export function controlApp({ control, keys }: Pick<Sandbox, 'control' | 'keys'>): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    if (c.req.header('origin') !== undefined) return c.json({ error: 'not for browsers' }, 403);
    await next();
    return undefined;
  });
  app.onError((error, c) => c.json({ error: error.message }, 400));

  app.get('/requests', (c) => c.json(control.requests()));
  app.delete('/requests', (c) => (control.clearRequests(), c.body(null, 204)));
  app.get('/violations', (c) => c.json(control.violations()));
  app.post('/reset', (c) => (control.reset(), c.body(null, 204)));
  app.post('/faults', async (c) => c.json({ id: control.fault(FaultRuleSchema.parse(await c.req.json())).id }, 201));
  app.delete('/faults', (c) => (control.clearFaults(), c.body(null, 204)));
  app.get('/quirks', (c) => c.json(control.quirks()));
  app.post('/quirks', async (c) => (control.setQuirks(QuirksSchema.parse(await c.req.json())), c.body(null, 204)));
  app.post('/advance', async (c) => {
    control.advance(z.object({ ms: z.number() }).parse(await c.req.json()).ms);
    return c.body(null, 204);
  });
  app.post('/rate-limit', async (c) => {
    control.setRateLimit(z.object({ perMinute: z.nullable(z.number()) }).parse(await c.req.json()).perMinute);
    return c.body(null, 204);
  });
  app.post('/message-timing', async (c) => {
    control.setMessageTiming(z.object({ inProgressMs: z.number(), doneMs: z.number() }).parse(await c.req.json()));
    return c.body(null, 204);
  });
  app.get('/keys', (c) => c.json(keys));
  app.post('/key/revoke', (c) => (control.revokeKey(), c.body(null, 204)));
  app.post('/key/restore', (c) => (control.restoreKey(), c.body(null, 204)));
  app.post('/keys/:name/revoke', (c) => (control.revokeKey(Key.parse(c.req.param('name'))), c.body(null, 204)));
  app.post('/keys/:name/restore', (c) => (control.restoreKey(Key.parse(c.req.param('name'))), c.body(null, 204)));
  app.route('/', workspaceApp(control));
  for (const name of WORKSPACE_NAMES) app.route(`/workspaces/${name}`, workspaceApp(control.workspace(name)));
  return app;
}

/** The control of one workspace. */
function workspaceApp(control: WorkspaceControl): Hono {
  const app = new Hono();
  app.get('/lists', (c) => c.json(control.lists()));
  app.post('/lists', async (c) => {
    control.seedLists(z.object({ count: z.number() }).parse(await c.req.json()).count);
    return c.body(null, 204);
  });
  app.get('/senders', (c) => c.json(control.senders()));
  app.get('/contacts/count', (c) => c.json({ total: control.contactCount() }));
  app.post('/messages/receive', async (c) => c.json({ uuid: control.receiveMessage(Text.parse(await c.req.json())) }));
  app.post('/messages/write', async (c) => c.json({ uuid: control.writeMessage(Text.parse(await c.req.json())) }));
  app.post('/messages/fail-next', async (c) => {
    control.failNextMessages(z.object({ reason: z.nullable(z.string()) }).parse(await c.req.json()).reason);
    return c.body(null, 204);
  });
  app.post('/messages/:uuid/fail', async (c) => {
    const { reason } = z.object({ reason: z.string() }).parse(await c.req.json());
    return control.failMessage(c.req.param('uuid'), reason) ? c.body(null, 204) : c.body(null, 404);
  });
  app.get('/contacts/:nickname', (c) => c.json(control.contact(c.req.param('nickname'))));
  app.get('/contacts/:uuid/messages', (c) => c.json(control.messages(c.req.param('uuid'))));
  return app;
}
