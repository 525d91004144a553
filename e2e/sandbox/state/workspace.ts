import { createRandom, type Random } from '../seed/random';
import { wireTime } from '../wire/time';
import { createMessageStore, type MessageStore, type MessageTiming } from './messages';
import type { SandboxTeam } from './team';
import { createConnections, type Connections } from './connections';
import { createTable, type Table } from './table';
import type { AttachmentRow, EnrolmentRow, FlowRow, SenderRow, TaskRow, WebhookRow } from './outreach-rows';
import type { ActivityRow, BlacklistRow, CustomFieldRow, LeadRow, ListRow, NoteRow, StageRow, TagRow } from './rows';

/** Everything one GetSales workspace holds, in memory. */
export interface Workspace {
  readonly team: SandboxTeam;
  readonly random: Random;
  readonly now: () => number;
  /** The time of the seed, ms since the epoch. */
  readonly seededAt: number;
  readonly lists: Table<ListRow>;
  readonly tags: Table<TagRow>;
  readonly stages: Table<StageRow>;
  readonly customFields: Table<CustomFieldRow>;
  readonly leads: Table<LeadRow>;
  readonly senders: Table<SenderRow>;
  readonly flows: Table<FlowRow>;
  readonly enrolments: Table<EnrolmentRow>;
  readonly notes: Table<NoteRow>;
  readonly activities: Table<ActivityRow>;
  readonly tasks: Table<TaskRow>;
  readonly blacklist: Table<BlacklistRow>;
  readonly attachments: Table<AttachmentRow>;
  readonly webhooks: Table<WebhookRow>;
  readonly connections: Connections;
  readonly messages: MessageStore;
}

export function createWorkspace(
  team: SandboxTeam,
  now: () => number,
  timing: MessageTiming,
  seededAt: number,
): Workspace {
  return {
    team,
    random: createRandom(team.randomSeed),
    now,
    seededAt,
    lists: createTable(),
    tags: createTable(),
    stages: createTable(),
    customFields: createTable(),
    leads: createTable(),
    senders: createTable(),
    flows: createTable(),
    enrolments: createTable(),
    notes: createTable(),
    activities: createTable(),
    tasks: createTable(),
    blacklist: createTable(),
    attachments: createTable(),
    webhooks: createTable(),
    connections: createConnections(),
    messages: createMessageStore(now, timing),
  };
}

/** Uuid, team and both times of a row made now (or at `at`, ms). */
export function stamp(
  workspace: Workspace,
  at: number = workspace.now(),
): { uuid: string; team_id: number; created_at: string; updated_at: string } {
  const time = wireTime(at);
  return { uuid: workspace.random.uuid(), team_id: workspace.team.id, created_at: time, updated_at: time };
}
