import { Hono } from 'hono';
import type { SandboxEnv } from '../env';
import { stamp } from '../state/workspace';
import { readBody, requiredText } from '../wire/body';
import { filterRows } from '../wire/filter';
import { pageOf, pageQuery, sortRows } from '../wire/page';
import { Missing } from '../wire/problem';
import { bracketFilter, queryOf } from '../wire/query';

/** Lists of contacts (docs/getsales-api.md#lists). The page has no `has_more`. */
export function listRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/lists', (c) => {
    const query = queryOf(c);
    const page = pageQuery(query);
    const rows = filterRows(c.get('workspace').lists.all(), bracketFilter(query), ['name', 'uuid'], ['name']);
    return c.json(pageOf(sortRows(rows, page.orderField, page.descending), page, (row) => row, false));
  });
  app.post('/leads/api/lists', async (c) => {
    const name = requiredText(await readBody(c), 'name');
    return c.json(c.get('workspace').lists.add({ ...stamp(c.get('workspace')), user_id: c.get('user').id, name }), 201);
  });
  app.get('/leads/api/lists/:uuid', (c) => {
    const row = c.get('workspace').lists.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    return c.json(row);
  });
  return app;
}
