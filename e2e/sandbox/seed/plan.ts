import type { Workspace } from '../state/workspace';
import type { FlowsPlan, SeededFlows } from './flows';
import type { OrganizationPlan } from './organize';
import type { SeededSenders, SendersPlan } from './senders';

/** What a workspace is seeded with. */
export interface SeedPlan {
  readonly organization: OrganizationPlan;
  readonly senders: SendersPlan;
  readonly flows: FlowsPlan;
  /** Adds the people of e2e/support/cast.ts that the workspace knows. */
  readonly seedCast: (workspace: Workspace, senders: SeededSenders, flows: SeededFlows) => void;
  /** How many contacts there are in the end; invented people make up the rest. */
  readonly contacts: number;
  /** Added to the number of every invented person, so that no two workspaces invent the same one. */
  readonly firstPerson: number;
}
