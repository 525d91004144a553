import type { StageRow } from '../state/rows';
import { stamp, type Workspace } from '../state/workspace';
import { DAY_MS } from '../clock';

export interface OrganizationPlan {
  readonly lists: readonly string[];
  readonly tags: readonly (readonly [name: string, color: string | null])[];
  readonly stages: readonly (readonly [name: string, type: StageRow['type'], category: StageRow['category']])[];
  readonly customFields: readonly string[];
}

/** Lists, tags, pipeline stages (contacts' and companies') and custom fields. */
export function seedOrganization(workspace: Workspace, plan: OrganizationPlan): void {
  plan.lists.forEach((name, index) => {
    workspace.lists.add({
      ...stamp(workspace, workspace.seededAt - (400 - index * 30) * DAY_MS),
      user_id: workspace.team.owner.id,
      name,
    });
  });
  for (const [name, color] of plan.tags) {
    workspace.tags.add({ ...stamp(workspace, workspace.seededAt - 300 * DAY_MS), name, color });
  }
  plan.stages.forEach(([name, type, category], order) =>
    addStage(workspace, { name, object: 'lead', type, category, order }),
  );
  addStage(workspace, { name: 'Prospect', object: 'company', type: 'new', category: 'cold', order: 0 });
  addStage(workspace, { name: 'Account', object: 'company', type: 'custom', category: 'positive', order: 1 });
  plan.customFields.forEach((name, order) => {
    const uuid = workspace.random.uuid();
    workspace.customFields.add({
      uuid,
      team_id: workspace.team.id,
      user_id: workspace.team.owner.id,
      name,
      object: 'lead',
      order,
    });
  });
}

function addStage(workspace: Workspace, stage: Omit<StageRow, 'uuid' | 'team_id'>): void {
  workspace.stages.add({ uuid: workspace.random.uuid(), team_id: workspace.team.id, ...stage });
}
