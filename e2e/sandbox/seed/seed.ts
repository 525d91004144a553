import { createLead } from '../state/leads';
import type { LeadRow } from '../state/rows';
import type { WorkspaceName } from '../state/team';
import { stamp, type Workspace } from '../state/workspace';
import { ACME_PLAN } from './acme';
import { connect } from './cast-members';
import { seedConversation } from './conversations';
import { enrol, seedFlows, type SeededFlows } from './flows';
import { LABS_PLAN } from './labs';
import { seedOrganization } from './organize';
import { inventPerson } from './people';
import type { SeedPlan } from './plan';
import { seedSenders, type SeededSenders } from './senders';
import { DAY_MS, HOUR_MS } from '../clock';

const PLANS: Readonly<Record<WorkspaceName, SeedPlan>> = { acme: ACME_PLAN, labs: LABS_PLAN };

/** Invented contacts are spread over this many of the first stages. */
const SEEDED_STAGES = 5;

/** Fills an empty workspace by its plan: cast members first, then invented contacts. */
export function seedWorkspace(workspace: Workspace): void {
  const plan = PLANS[workspace.team.workspace];
  seedOrganization(workspace, plan.organization);
  const senders = seedSenders(workspace, plan.senders);
  const flows = seedFlows(workspace, senders, plan.flows);
  plan.seedCast(workspace, senders, flows);
  for (let index = workspace.leads.all().length; index < plan.contacts; index += 1) {
    seedInventedContact(workspace, senders, flows, { index, number: plan.firstPerson + index });
  }
}

interface InventedContact {
  /** Position in the workspace. */
  readonly index: number;
  /** Number of the invented person. */
  readonly number: number;
}

function seedInventedContact(
  workspace: Workspace,
  senders: SeededSenders,
  flows: SeededFlows,
  invented: InventedContact,
): void {
  const { index } = invented;
  const lead = addInventedContact(workspace, invented);
  const sender = index % 3 === 0 ? senders.second : senders.main;
  const stages = workspace.stages.all().slice(0, SEEDED_STAGES);
  lead.pipeline_stage_uuid = stages[workspace.random.below(stages.length)]?.uuid ?? '';
  if (index % 2 === 0) connect(workspace, lead, sender, 10 + (index % 60));
  if (index % 10 === 0) enrol(workspace, flows.welcome, lead.uuid, 15, index % 20 === 0 ? 'in_progress' : 'finished');
  const count = messageCount(index);
  if (count > 0) {
    seedConversation(workspace, { lead, sender, count, until: workspace.seededAt - (index + 3) * HOUR_MS });
  }
}

/** Two in five threads are empty, most are short, some are long, and one has a thousand messages. */
function messageCount(index: number): number {
  if (index === 7) return 1_000;
  if (index % 5 < 2) return 0;
  return index % 30 === 4 ? 120 : 1 + (index % 12);
}

function addInventedContact(workspace: Workspace, { index, number }: InventedContact): LeadRow {
  const person = inventPerson(workspace.random, number);
  const lists = workspace.lists.all();
  const list = lists[index % lists.length];
  const fields = {
    name: `${person.first} ${person.last}`,
    first_name: person.first,
    last_name: person.last,
    company_name: person.company,
    position: person.position,
    headline: `${person.position} at ${person.company}`,
    raw_address: person.city,
    linkedin: person.slug,
    ln_id: person.memberId,
    ln_member_id: String(person.memberNumber),
    work_email: index % 4 === 0 ? null : person.email,
  };
  const at = workspace.seededAt - (index + 5) * DAY_MS;
  const lead = createLead(workspace, list?.uuid ?? '', { fields, tagNames: [] }, { at });
  lead.linkedin_status = 'ok';
  lead.connections_number = 100 + workspace.random.below(800);
  const tag = workspace.tags.all()[index % 9];
  if (tag !== undefined) lead.tags = [tag.uuid];
  if (index % 25 === 0) addNote(workspace, lead, 'Wants a call after the budget round.');
  return lead;
}

function addNote(workspace: Workspace, lead: LeadRow, note: string): void {
  const at = workspace.seededAt - 4 * DAY_MS;
  workspace.notes.add({
    ...stamp(workspace, at),
    user_id: workspace.team.owner.id,
    object: 'lead',
    object_uuid: lead.uuid,
    note,
  });
}

/** Leaves every contact on no list, as in a workspace with hundreds of thousands of imported ones. */
export function takeOffLists(workspace: Workspace): void {
  for (const lead of workspace.leads.all()) lead.list_uuid = null;
}

/** Adds lists, to simulate workspaces with thousands. */
export function seedLists(workspace: Workspace, count: number): void {
  const known = workspace.lists.all().length;
  for (let index = 0; index < count; index += 1) {
    const name = `Archive ${String(known + index + 1).padStart(5, '0')}`;
    workspace.lists.add({
      ...stamp(workspace, workspace.seededAt - DAY_MS + index),
      user_id: workspace.team.owner.id,
      name,
    });
  }
}
