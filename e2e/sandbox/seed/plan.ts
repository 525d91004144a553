import type { Workspace } from '../state/workspace';
import type { FlowsPlan, SeededFlows } from './flows';
import type { OrganizationPlan } from './organize';
import type { SeededSenders, SendersPlan } from './senders';

/** The initial data of a workspace. */
export interface SeedPlan {
  readonly organization: OrganizationPlan;
  readonly senders: SendersPlan;
  readonly flows: FlowsPlan;
  /** Adds the people of e2e/support/cast.ts that are in this workspace. */
  readonly seedCast: (workspace: Workspace, senders: SeededSenders, flows: SeededFlows) => void;
  /** The total number of contacts; invented contacts fill up the rest. */
  readonly contacts: number;
  /** Number of the first invented person, so that workspaces do not share any. */
  readonly firstPerson: number;
}
