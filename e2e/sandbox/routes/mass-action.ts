import { Hono } from 'hono';
import type { SandboxEnv } from '../env';
import { applyMassAction } from '../state/mass-actions';
import { readBody, requireFields } from '../wire/body';
import { recordOf, textsOf } from '../wire/json';
import { invalid } from '../wire/problem';

/** Changing several contacts at once, and the only way to change a stage (docs/getsales-api.md#mass-actions). */
export function massActionRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.put('/leads/api/leads/mass-action', async (c) => {
    const body = await readBody(c);
    requireFields(body, ['type', 'filter']);
    const filter = recordOf(body['filter']);
    const ids = new Set(textsOf(filter['ids']));
    const excluded = new Set(textsOf(filter['excludeIds']));
    const chosen = c
      .get('workspace')
      .leads.all()
      .filter((lead) => (filter['all'] === true || ids.has(lead.uuid)) && !excluded.has(lead.uuid));
    if (chosen.length === 0) throw invalid({ filter: ['No leads found to apply action'] });
    applyMassAction(c.get('workspace'), String(body['type']), chosen, recordOf(body['payload']));
    return c.json([]);
  });
  return app;
}
