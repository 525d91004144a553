import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { touch } from '../../state/leads';
import type { FlowRow } from '../../state/outreach-rows';
import type { Workspace } from '../../state/workspace';
import { filterRows } from '../../wire/filter';
import type { JsonRecord } from '../../wire/values';
import { pageOf, pageQuery, sortRows } from '../../wire/page';
import { invalid, Missing } from '../../wire/problem';
import { bracketFilter, queryOf } from '../../wire/query';

/** Automations: list, read, start, stop (docs/getsales-api.md#automations). */
export function flowRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  const existing = ({ flows }: Workspace, uuid: string): FlowRow => {
    const row = flows.get(uuid);
    if (row === undefined) throw new Missing();
    return row;
  };

  app.get('/flows/api/flows', (c) => {
    const query = queryOf(c);
    const page = pageQuery(query);
    const fields = ['status', 'flow_workspace_uuid'];
    const rows = filterRows(c.get('workspace').flows.all(), bracketFilter(query), fields, ['name']);
    return c.json(pageOf(sortRows(rows, page.orderField, page.descending), page, flowInFlight));
  });
  app.get('/flows/api/flows/:uuid', (c) => c.json(flowInFlight(existing(c.get('workspace'), c.req.param('uuid')))));
  app.put('/flows/api/flows/:uuid/start', (c) => {
    const row = existing(c.get('workspace'), c.req.param('uuid'));
    if (row.status === 'archived' || row.status === 'draft') {
      throw invalid({ status: [`The automation is ${row.status}.`] });
    }
    row.status = 'on';
    touch(c.get('workspace'), row);
    return c.json(flowInFlight(row));
  });
  app.put('/flows/api/flows/:uuid/stop', (c) => {
    const row = existing(c.get('workspace'), c.req.param('uuid'));
    row.status = 'off';
    touch(c.get('workspace'), row);
    return c.json(flowInFlight(row));
  });
  return app;
}

function flowInFlight({ senderUuid: _aside, ...columns }: FlowRow): JsonRecord {
  return columns;
}
