import { ana, jonas, li, type CastMember } from '../../support/cast';
import { addMessage } from '../state/conversations';
import { createLead } from '../state/leads';
import type { SenderRow } from '../state/outreach-rows';
import type { LeadRow } from '../state/rows';
import { stamp, TEAM_ID, USER_ID, type Workspace } from '../state/workspace';
import { wireTime } from '../wire/time';
import { seedConversation } from './conversations';
import { enrol, type SeededFlows } from './flows';
import type { SeededSenders } from './senders';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './times';

/** The people of e2e/support/cast.ts whom this workspace knows. Mira and Teo are not among them. */
export function seedCast(workspace: Workspace, senders: SeededSenders, flows: SeededFlows): void {
  seedAna(workspace, senders);
  seedJonas(workspace, senders, flows);
  const lead = addCastMember(workspace, li, 'Conference Berlin', 30);
  connect(workspace, lead, senders.tom, 12);
}

/** 10,000 messages, the newest an hour old, nearly all with Mara (DE). */
function seedAna(workspace: Workspace, senders: SeededSenders): void {
  const lead = addCastMember(workspace, ana, 'EU founders', 390);
  connect(workspace, lead, senders.mara, 380);
  connect(workspace, lead, senders.tom, 200);
  setStage(workspace, lead, 'Replied');
  const until = workspace.seededAt - HOUR_MS;
  const guest = { sender: senders.tom, every: 25 };
  seedConversation(workspace, { lead, sender: senders.mara, count: 10_000, until, pace: 50 * MINUTE_MS, guest });
}

/** Stage Engaging, in the running automation Q4 outreach, replied to Mara (DE) two days ago. */
function seedJonas(workspace: Workspace, senders: SeededSenders, flows: SeededFlows): void {
  const lead = addCastMember(workspace, jonas, 'EU founders', 60);
  connect(workspace, lead, senders.mara, 20);
  setStage(workspace, lead, 'Engaging');
  enrol(workspace, flows.q4, lead.uuid, 25, 'in_progress');
  enrol(workspace, flows.welcome, lead.uuid, 59, 'finished');
  const replied = workspace.seededAt - 2 * DAY_MS;
  const lines = [
    ['outbox', 'Hello Jonas, I enjoyed your note on slow companies. May I connect?', -18 * DAY_MS],
    ['outbox', 'Thank you for connecting, Jonas. Which of your companies buys the most paper?', -9 * DAY_MS],
    ['inbox', 'That would be the bakery, surprisingly.', -8 * DAY_MS],
    ['outbox', 'Would a call with them make sense in November?', -3 * DAY_MS],
    ['inbox', 'Yes. Write to me on Thursday and I will introduce you.', 0],
  ] as const;
  lines.forEach(([type, text, offset], index) => {
    addMessage(workspace, {
      leadUuid: lead.uuid,
      sender: senders.mara,
      type,
      text,
      automation: type === 'inbox' ? 'synced' : 'manual',
      linkedinType: index === 0 ? 'connection_note' : 'message',
      readAt: type === 'outbox' ? wireTime(replied + offset + HOUR_MS) : null,
      sentAt: replied + offset,
      createdAt: replied + offset + MINUTE_MS,
    });
  });
  lead.unread_counts = [{ sender_profile_uuid: senders.mara.uuid, count: 1 }];
  lead.last_stop_on_reply_at = wireTime(replied);
}

function addCastMember(workspace: Workspace, person: CastMember, listName: string, ageDays: number): LeadRow {
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
  const lead = createLead(workspace, list?.uuid ?? '', { fields, tagNames: [] }, at);
  lead.linkedin_status = 'ok';
  lead.connections_number = 500;
  return lead;
}

/** Connected with a sender since `ageDays`; the activity that says so is written too (getsales-api.md 3.12). */
export function connect(workspace: Workspace, lead: LeadRow, sender: SenderRow, ageDays: number): void {
  const at = workspace.seededAt - ageDays * DAY_MS;
  const accepted = wireTime(at);
  workspace.ties.set(lead.uuid, sender.uuid, { sent: wireTime(at - DAY_MS), accepted, lost: null });
  workspace.activities.add({
    uuid: stamp(workspace, at).uuid,
    team_id: TEAM_ID,
    lead_uuid: lead.uuid,
    company_uuid: null,
    object_type: 'lead',
    object_uuid: lead.uuid,
    type: 'linkedin_connection_request_accepted',
    payload: { sender_profile_uuid: sender.uuid, connected_at: accepted, user_id: USER_ID },
    created_at: accepted,
  });
}

export function setStage(workspace: Workspace, lead: LeadRow, name: string): void {
  const stage = workspace.stages.all().find((row) => row.object === 'lead' && row.name === name);
  if (stage !== undefined) lead.pipeline_stage_uuid = stage.uuid;
}
