import type { EnrolmentRow, FlowRow } from '../state/outreach-rows';
import { stamp, USER_ID, type Workspace } from '../state/workspace';
import type { SeededSenders } from './senders';
import { DAY_MS } from './times';

export interface SeededFlows {
  /** "Q4 outreach", on, written by Tom. */
  readonly q4: FlowRow;
  /** "Founders welcome", on, written by Mara (DE). */
  readonly welcome: FlowRow;
}

export function seedFlows(workspace: Workspace, senders: SeededSenders): SeededFlows {
  const flowWorkspace = workspace.random.uuid();
  const add = (name: string, status: FlowRow['status'], senderUuid: string, ageDays: number): FlowRow =>
    workspace.flows.add({
      ...stamp(workspace, workspace.seededAt - ageDays * DAY_MS),
      public_uuid: null,
      name,
      flow_workspace_uuid: flowWorkspace,
      flow_version_uuid: workspace.random.uuid(),
      use_sender_schedule: 1,
      schedule: null,
      description: null,
      priority: 1,
      status,
      is_public: 0,
      user_id: USER_ID,
      senderUuid,
    });
  const q4 = add('Q4 outreach', 'on', senders.tom.uuid, 40);
  const welcome = add('Founders welcome', 'on', senders.mara.uuid, 90);
  add('Summer event', 'off', senders.mara.uuid, 160);
  add('Spring ideas', 'draft', senders.tom.uuid, 20);
  add('Fair 2024', 'archived', senders.tom.uuid, 700);
  return { q4, welcome };
}

/** Puts a contact into an automation `ageDays` ago. */
export function enrol(
  workspace: Workspace,
  flow: FlowRow,
  leadUuid: string,
  ageDays: number,
  status: EnrolmentRow['status'],
): void {
  workspace.enrolments.add({
    ...stamp(workspace, workspace.seededAt - ageDays * DAY_MS),
    flow_uuid: flow.uuid,
    lead_uuid: leadUuid,
    company_uuid: null,
    contact_source_id: 1,
    sender_profile_uuid: flow.senderUuid,
    status,
    error_msg: status === 'failed' ? 'LinkedIn profile is not reachable' : null,
  });
}
