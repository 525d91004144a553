import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { stamp } from '../../state/workspace';
import { readBody, requiredText, requireFields } from '../../wire/body';
import { recordOf, textOf } from '../../wire/values';
import { invalid, Missing, wireMap } from '../../wire/problem';
import { queriedPage } from '../list-page';

/** Webhooks (docs/getsales-api.md#notes-and-blacklist). The sandbox stores them and never calls them. */
export function webhookRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/integrations/api/webhooks', (c) =>
    c.json(queriedPage(c, c.get('workspace').webhooks.all(), { isSorted: true })),
  );
  app.post('/integrations/api/webhooks', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['name', 'event', 'target_url']);
    const target = requiredText(body, 'target_url');
    if (!URL.canParse(target)) throw invalid({ target_url: ['The target url must be a valid URL.'] });
    const row = c.get('workspace').webhooks.add({
      ...stamp(c.get('workspace')),
      user_id: c.get('user').id,
      name: requiredText(body, 'name'),
      event: requiredText(body, 'event'),
      request_method: textOf(body['request_method']) ?? 'POST',
      target_url: target,
      filters: wireMap(recordOf(body['filters'])),
      status: body['status'] === 'off' ? 'off' : 'on',
    });
    return c.json({ data: row }, 201);
  });
  app.delete('/integrations/api/webhooks/:uuid', (c) => {
    if (!c.get('workspace').webhooks.remove(c.req.param('uuid'))) throw new Missing();
    return c.body(null, 204);
  });
  return app;
}
