import type { StageRow } from '../state/rows';
import { stamp, TEAM_ID, USER_ID, type Workspace } from '../state/workspace';
import { DAY_MS } from './times';

const LISTS = [
  'Nordic procurement',
  'EU founders',
  'Conference Berlin',
  'DACH logistics',
  'Baltic fintech',
  'Iberia retail',
  'Energy buyers 2026',
  'Webinar October',
  'Partners, warm',
  'Newsletter readers',
  'Do not rush',
  'Übergabe Vertrieb',
] as const;

const TAGS = [
  ['Met at fair', '#2f80ed'],
  ['Decision maker', '#27ae60'],
  ['Asked for price', '#f2994a'],
  ['Follow up in Q1', '#9b51e0'],
  ['Newsletter', null],
  ['No colour, long name that does not end where one would like it to', null],
] as const;

const STAGES = [
  ['New', 'new', 'cold'],
  ['Approaching', 'approaching', 'cold'],
  ['Engaging', 'engaging', 'engaging'],
  ['Replied', 'replied', 'engaging'],
  ['Call booked', 'custom', 'positive'],
  ['Customer', 'custom', 'positive'],
  ['Not interested', 'custom', 'negative'],
] as const;

const CUSTOM_FIELDS = ['lead_source', 'Gender', 'Connection_Message', 'First_Message', 'budget'] as const;

/** Lists, tags, pipeline stages (contacts' and companies') and custom fields. */
export function seedOrganization(workspace: Workspace): void {
  LISTS.forEach((name, index) => {
    workspace.lists.add({
      ...stamp(workspace, workspace.seededAt - (400 - index * 30) * DAY_MS),
      user_id: USER_ID,
      name,
    });
  });
  for (const [name, color] of TAGS) {
    workspace.tags.add({ ...stamp(workspace, workspace.seededAt - 300 * DAY_MS), name, color });
  }
  STAGES.forEach(([name, type, category], order) =>
    addStage(workspace, { name, object: 'lead', type, category, order }),
  );
  addStage(workspace, { name: 'Prospect', object: 'company', type: 'new', category: 'cold', order: 0 });
  addStage(workspace, { name: 'Account', object: 'company', type: 'custom', category: 'positive', order: 1 });
  CUSTOM_FIELDS.forEach((name, order) => {
    const uuid = workspace.random.uuid();
    workspace.customFields.add({ uuid, team_id: TEAM_ID, user_id: USER_ID, name, object: 'lead', order });
  });
}

function addStage(workspace: Workspace, stage: Omit<StageRow, 'uuid' | 'team_id'>): void {
  workspace.stages.add({ uuid: workspace.random.uuid(), team_id: TEAM_ID, ...stage });
}
