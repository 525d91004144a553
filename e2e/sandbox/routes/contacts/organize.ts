import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { touch } from '../../state/leads';
import { stamp } from '../../state/workspace';
import { readBody, requiredText } from '../../wire/body';
import { textOf } from '../../wire/values';
import { invalid, Missing } from '../../wire/problem';
import { bracketFilter, jsonFilter, jsonObject, queryOf, type FilterMap } from '../../wire/query';
import { queriedPage } from '../list-page';
import type { Quirks } from '../../quirks/positions';

/** Tags and pipeline stages (docs/getsales-api.md#tags-stages-and-custom-fields). */
export function organizeRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/tags', (c) =>
    c.json(queriedPage(c, c.get('workspace').tags.all(), { filters: ['name', 'uuid'], searched: ['name'] })),
  );
  app.post('/leads/api/tags', async (c) => {
    const body = await readBody(c);
    const name = requiredText(body, 'name');
    return c.json(
      c.get('workspace').tags.add({ ...stamp(c.get('workspace')), name, color: textOf(body['color']) }),
      201,
    );
  });

  app.put('/leads/api/tags/:uuid', async (c) => {
    const row = c.get('workspace').tags.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    const body = await readBody(c);
    row.name = textOf(body['name']) ?? row.name;
    row.color = textOf(body['color']) ?? row.color;
    touch(c.get('workspace'), row);
    return c.json(row);
  });
  app.delete('/leads/api/tags/:uuid', (c) => {
    const { tags, leads } = c.get('workspace');
    const uuid = c.req.param('uuid');
    if (!tags.remove(uuid)) throw new Missing();
    for (const lead of leads.all()) lead.tags = lead.tags.filter((tag) => tag !== uuid);
    return c.body(null, 204);
  });

  app.get('/leads/api/pipeline-stages', (c) => {
    const stages = c.get('workspace').stages.all();
    const asked = jsonFilter(queryOf(c));
    if (asked === null) throw invalid({ filter: ['The filter field is required.'] });
    const filter = understood(asked, queryOf(c), c.get('quirks'));
    const rows = filter === null ? [] : stages.toSorted((a, b) => a.order - b.order);
    return c.json(queriedPage(c, rows, { filters: ['object', 'type'], isSorted: true }, filter ?? {}));
  });
  return app;
}

/** The filter if it has the form that this position reads. */
function understood(filter: FilterMap, query: URLSearchParams, { stageFilter }: Readonly<Quirks>): FilterMap | null {
  if (stageFilter === 'either') return filter;
  const form = stageFilter === 'json' ? jsonObject(query.get('filter')) : bracketFilter(query);
  return form === null || Object.keys(form).length === 0 ? null : form;
}

/** Lists of contacts (docs/getsales-api.md#lists). The page has no `has_more`. */
export function listRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/lists', (c) => {
    const plan = { filters: ['name', 'uuid'], searched: ['name'], withHasMore: false };
    return c.json(queriedPage(c, c.get('workspace').lists.all(), plan));
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
  app.put('/leads/api/lists/:uuid', async (c) => {
    const row = c.get('workspace').lists.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    row.name = requiredText(await readBody(c), 'name');
    touch(c.get('workspace'), row);
    return c.json(row);
  });
  return app;
}
