import type { CastMember } from '../../support/cast';
import { addMessage } from '../state/conversations';
import { createLead } from '../state/leads';
import type { MessageRow, SenderRow } from '../state/outreach-rows';
import type { LeadRow } from '../state/rows';
import { stamp, type Workspace } from '../state/workspace';
import { wireTime } from '../wire/values';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../clock';

/** Adds a person of e2e/support/cast.ts as an enriched contact, created `ageDays` ago. */
export function addCastMember(workspace: Workspace, person: CastMember, listName: string, ageDays: number): LeadRow {
  const list = workspace.lists.all().find((row) => row.name === listName);
  const fields = {
    name: person.name,
    first_name: person.firstName,
    last_name: person.lastName,
    company_name: person.company,
    position: person.position,
    headline: person.headline,
    about: person.about,
    raw_address: person.location,
    linkedin: person.slug,
    ln_id: person.memberId,
    sn_id: person.salesId ?? null,
    ln_member_id: String(person.memberNumber),
  };
  const at = workspace.seededAt - ageDays * DAY_MS;
  const lead = createLead(workspace, list?.uuid ?? '', { fields, tagNames: [] }, { at });
  lead.linkedin_status = 'ok';
  lead.connections_number = 500;
  return lead;
}

type Line = readonly [type: MessageRow['type'], text: string, offsetMs: number];

/** A short conversation with one sender, oldest line first; the times are relative to `until`, ms. */
export function addLines(
  workspace: Workspace,
  thread: { readonly lead: LeadRow; readonly sender: SenderRow; readonly until: number },
  lines: readonly Line[],
): void {
  const { lead, sender, until } = thread;
  lines.forEach(([type, text, offset], index) => {
    addMessage(workspace, {
      leadUuid: lead.uuid,
      sender,
      type,
      text,
      automation: type === 'inbox' ? 'synced' : 'manual',
      linkedinType: index === 0 ? 'connection_note' : 'message',
      readAt: type === 'outbox' ? wireTime(until + offset + HOUR_MS) : null,
      sentAt: until + offset,
      createdAt: until + offset + MINUTE_MS,
    });
  });
}

/** Connects a contact and a sender `ageDays` ago and adds the activity for it (docs/getsales-api.md#notes-and-blacklist). */
export function connect(workspace: Workspace, lead: LeadRow, sender: SenderRow, ageDays: number): void {
  const at = workspace.seededAt - ageDays * DAY_MS;
  const accepted = wireTime(at);
  workspace.connections.set(lead.uuid, sender.uuid, { sent: wireTime(at - DAY_MS), accepted, lost: null });
  workspace.activities.add({
    uuid: stamp(workspace, at).uuid,
    team_id: workspace.team.id,
    lead_uuid: lead.uuid,
    company_uuid: null,
    object_type: 'lead',
    object_uuid: lead.uuid,
    type: 'linkedin_connection_request_accepted',
    payload: { sender_profile_uuid: sender.uuid, connected_at: accepted, user_id: workspace.team.owner.id },
    created_at: accepted,
  });
}

export function setStage(workspace: Workspace, lead: LeadRow, name: string): void {
  const stage = workspace.stages.all().find((row) => row.object === 'lead' && row.name === name);
  if (stage !== undefined) lead.pipeline_stage_uuid = stage.uuid;
}
