import { Hono } from 'hono';
import type { SandboxEnv } from '../env';
import { parsePersonReference } from '../state/person-reference';
import { stamp } from '../state/workspace';
import { readBody } from '../wire/body';
import { textOf } from '../wire/json';
import { pageOf, pageQuery, sortRows } from '../wire/page';
import { invalid, Missing } from '../wire/problem';
import { queryOf } from '../wire/query';

/** People whom the workspace never contacts (docs/getsales-api.md#notes-and-blacklist). */
export function blacklistRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/leads/api/leads-blacklist', (c) => {
    const page = pageQuery(queryOf(c));
    return c.json(
      pageOf(sortRows(c.get('workspace').blacklist.all(), page.orderField, page.descending), page, (row) => row),
    );
  });
  app.post('/leads/api/leads-blacklist', async (c) => {
    const body = await readBody(c);
    const given = textOf(body['linkedin']);
    const row = {
      name: textOf(body['name']),
      company_name: textOf(body['company_name']),
      linkedin: given === null ? null : (parsePersonReference(given)?.linkedin ?? given),
      ln_id: null,
      email: textOf(body['email']),
    };
    if (row.name === null && row.linkedin === null && row.email === null) {
      throw invalid({ linkedin: ['The linkedin field is required when email and name are not given.'] });
    }
    return c.json(
      c.get('workspace').blacklist.add({ ...stamp(c.get('workspace')), ...row, user_id: c.get('user').id }),
      201,
    );
  });
  app.delete('/leads/api/leads-blacklist/:uuid', (c) => {
    if (!c.get('workspace').blacklist.remove(c.req.param('uuid'))) throw new Missing();
    return c.body(null, 204);
  });
  return app;
}
