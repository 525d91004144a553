import { invalid } from '../wire/problem';
import { touch } from './leads';
import type { FlowRow } from './outreach-rows';
import type { LeadRow } from './rows';
import { stamp, type Workspace } from './workspace';

/** Enrols a contact in an automation, which must be on; not twice (docs/getsales-api.md#automations). */
export function enrolLead(workspace: Workspace, flow: FlowRow, lead: LeadRow): void {
  if (flow.status !== 'on') throw invalid({ flow: ['The automation is not on.'] });
  const before = workspace.enrolments.all().find((row) => row.flow_uuid === flow.uuid && row.lead_uuid === lead.uuid);
  if (before?.status === 'canceled') {
    before.status = 'restarted';
    touch(workspace, before);
    return;
  }
  if (before !== undefined) throw invalid({ lead: ['The contact is already in this automation.'] });
  workspace.enrolments.add({
    ...stamp(workspace),
    flow_uuid: flow.uuid,
    lead_uuid: lead.uuid,
    company_uuid: null,
    contact_source_id: 1,
    sender_profile_uuid: flow.senderUuid,
    status: 'in_progress',
    error_msg: null,
  });
}

/** Cancels the enrolments of a contact in these automations, or in all of them (`null`). Safe to repeat. */
export function cancel(workspace: Workspace, leadUuid: string, flowUuids: readonly string[] | null): void {
  for (const row of workspace.enrolments.all()) {
    const isMatch = row.lead_uuid === leadUuid && (flowUuids === null || flowUuids.includes(row.flow_uuid));
    if (!isMatch || (row.status !== 'in_progress' && row.status !== 'restarted')) continue;
    row.status = 'canceled';
    touch(workspace, row);
  }
}
