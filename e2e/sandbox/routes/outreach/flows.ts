import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { touch } from '../../state/leads';
import type { FlowRow } from '../../state/outreach-rows';
import type { Workspace } from '../../state/workspace';
import { readBody } from '../../wire/body';
import { textsOf, type JsonRecord } from '../../wire/values';
import { invalid, Missing } from '../../wire/problem';
import { mapRows, queriedPage } from '../list-page';

/** Automations: list, read, start, stop (docs/getsales-api.md#automations). */
export function flowRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  const existing = ({ flows }: Workspace, uuid: string): FlowRow => {
    const row = flows.get(uuid);
    if (row === undefined) throw new Missing();
    return row;
  };

  app.get('/flows/api/flows', (c) => {
    const plan = { filters: ['status', 'flow_workspace_uuid'], searched: ['name'] };
    return c.json(mapRows(queriedPage(c, c.get('workspace').flows.all(), plan), flowInFlight));
  });
  app.post('/flows/api/flows/metrics', async (c) => {
    const uuids = textsOf((await readBody(c))['uuids']);
    if (uuids.length === 0) throw invalid({ uuids: ['The uuids field is required.'] });
    return c.json(Object.fromEntries(uuids.map((uuid) => [uuid, metricsOf(c.get('workspace'), uuid)])));
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

/** The contacts of an automation by what became of them. */
function metricsOf(workspace: Workspace, uuid: string): JsonRecord {
  const rows = workspace.enrolments.all().filter((row) => row.flow_uuid === uuid);
  const count = (status: string): number => rows.filter((row) => row.status === status).length;
  return {
    leads_count: rows.length,
    in_progress_count: count('in_progress'),
    finished_count: count('finished'),
    failed_count: count('failed'),
  };
}

function flowInFlight({ senderUuid: _aside, ...columns }: FlowRow): JsonRecord {
  return columns;
}
