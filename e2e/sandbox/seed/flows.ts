import type { EnrolmentRow, FlowRow } from '../state/outreach-rows';
import { stamp, type Workspace } from '../state/workspace';
import type { SeededSenders } from './senders';
import { DAY_MS } from '../clock';

interface FlowPlan {
  readonly name: string;
  readonly status: FlowRow['status'];
  readonly sender: keyof SeededSenders;
  readonly ageDays: number;
}

/** The automations of a workspace: two with contacts, and others. */
export interface FlowsPlan {
  readonly outreach: FlowPlan;
  readonly welcome: FlowPlan;
  readonly others: readonly FlowPlan[];
}

export type SeededFlows = Readonly<Record<'outreach' | 'welcome', FlowRow>>;

export function seedFlows(workspace: Workspace, senders: SeededSenders, plan: FlowsPlan): SeededFlows {
  const flowWorkspace = workspace.random.uuid();
  const add = ({ name, status, sender, ageDays }: FlowPlan): FlowRow =>
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
      user_id: workspace.team.owner.id,
      senderUuid: senders[sender].uuid,
    });
  const outreach = add(plan.outreach);
  const welcome = add(plan.welcome);
  for (const other of plan.others) add(other);
  return { outreach, welcome };
}

/** Enrols a contact in an automation `ageDays` ago. */
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
