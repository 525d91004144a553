import { readBody, requireFields, selectedInvalid } from '../../wire/body';
import { type JsonRecord, recordOf, textOf, textsOf } from '../../wire/values';
import { cancel, enrolLead } from '../../state/enrolments';
import { findList, type Workspace } from '../../state/workspace';
import { moveLead, setCustomFields, touch } from '../../state/leads';
import type { LeadRow } from '../../state/rows';
import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { invalid } from '../../wire/problem';

type Action = (workspace: Workspace, lead: LeadRow, payload: JsonRecord) => void;

/** The record that the payload refers to; refused when there is none. */
function named<T>(payload: JsonRecord, field: string, find: (uuid: string) => T | undefined): T {
  const found = find(textOf(payload[field]) ?? '');
  if (found === undefined) throw selectedInvalid(`payload.${field}`);
  return found;
}

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  [
    'contact_change_pipeline_stage',
    (workspace, lead, payload) => {
      lead.pipeline_stage_uuid = named(payload, 'pipeline_stage_uuid', workspace.stages.get).uuid;
    },
  ],
  [
    'contact_mark_read',
    (_workspace, lead) => {
      lead.unread_counts = [];
    },
  ],
  [
    'contact_add_tags',
    (workspace, lead, payload) => {
      lead.tags = [...new Set([...lead.tags, named(payload, 'tag_uuid', workspace.tags.get).uuid])];
    },
  ],
  [
    'contact_remove_tags',
    (workspace, lead, payload) => {
      const { uuid } = named(payload, 'tag_uuid', workspace.tags.get);
      lead.tags = lead.tags.filter((tag) => tag !== uuid);
    },
  ],
  [
    'contact_replace_tags',
    (workspace, lead, payload) => {
      lead.tags = textsOf(payload['tag_uuids']).filter((uuid) => workspace.tags.get(uuid) !== undefined);
    },
  ],
  [
    'contact_change_list',
    (workspace, lead, payload) => {
      moveLead(workspace, lead, named(payload, 'list_uuid', (uuid) => findList(workspace, uuid)).uuid);
    },
  ],
  [
    'contact_change_custom_field',
    (workspace, lead, payload) => {
      const { uuid } = named(payload, 'custom_field_uuid', workspace.customFields.get);
      setCustomFields(workspace, lead, { [uuid]: payload['value'] });
    },
  ],
  [
    'contact_add_to_flow',
    (workspace, lead, payload) => enrolLead(workspace, named(payload, 'flow_uuid', workspace.flows.get), lead),
  ],
  [
    'contact_cancel_from_flows',
    (workspace, lead, payload) => cancel(workspace, lead.uuid, textsOf(payload['flow_uuids'])),
  ],
]);

/** Applies one action to every chosen contact (docs/getsales-api.md#mass-actions). An unknown type is a 422 for `type`. */
export function applyMassAction(
  workspace: Workspace,
  type: string,
  leads: readonly LeadRow[],
  payload: JsonRecord,
): void {
  const action = ACTIONS.get(type);
  if (action === undefined) throw selectedInvalid('type');
  for (const lead of leads) {
    action(workspace, lead, payload);
    touch(workspace, lead);
  }
}

/** Changes several contacts at once; the only way to change a stage (docs/getsales-api.md#mass-actions). */
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
