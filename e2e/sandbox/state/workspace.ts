import { createRandom, type Random } from '../seed/random';
import { wireTime } from '../wire/values';
import { createLateListing, type LateListing } from './late-listing';
import { createMessageStore, type MessageStore, type MessageTiming } from './messages';
import type { SandboxTeam } from './team';
import type {
  AttachmentRow,
  ConnectionRow,
  EnrolmentRow,
  FlowRow,
  SenderRow,
  TaskRow,
  WebhookRow,
} from './outreach-rows';
import type {
  ActivityRow,
  BlacklistRow,
  CompanyRow,
  CustomFieldRow,
  LeadRow,
  ListRow,
  NoteRow,
  StageRow,
  TagRow,
} from './rows';

/** The data of one GetSales workspace, in memory. */
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
  readonly companies: Table<CompanyRow>;
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
  readonly lateListing: LateListing;
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
    companies: createTable(),
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
    lateListing: createLateListing(),
  };
}

/** Uuid, team and both times of a row created now (or at `at`, ms). */
export function stamp(
  workspace: Workspace,
  at: number = workspace.now(),
): { uuid: string; team_id: number; created_at: string; updated_at: string } {
  const time = wireTime(at);
  return { uuid: workspace.random.uuid(), team_id: workspace.team.id, created_at: time, updated_at: time };
}

/** Which sender is connected with which contact. */
export interface Connections {
  readonly ofLead: (leadUuid: string) => ReadonlyMap<string, ConnectionRow>;
  readonly set: (leadUuid: string, senderUuid: string, connection: ConnectionRow) => void;
  /** Connected: accepted, and not lost after that (docs/getsales-api.md#lookup). */
  readonly connected: (leadUuid: string, senderUuid: string) => boolean;
}

const NONE: ReadonlyMap<string, ConnectionRow> = new Map();

export function createConnections(): Connections {
  const byLead = new Map<string, Map<string, ConnectionRow>>();
  return {
    ofLead: (leadUuid) => byLead.get(leadUuid) ?? NONE,
    set(leadUuid, senderUuid, connection) {
      const connections = byLead.get(leadUuid) ?? new Map<string, ConnectionRow>();
      connections.set(senderUuid, connection);
      byLead.set(leadUuid, connections);
    },
    connected(leadUuid, senderUuid) {
      const connection = byLead.get(leadUuid)?.get(senderUuid);
      if (connection === undefined || connection.accepted === null) return false;
      return connection.lost === null || connection.lost < connection.accepted;
    },
  };
}

/**
 * The placeholder for ids in GetSales' Quick Start. The sandbox resolves it to the first record of its kind, so that the
 * calls of the article work as printed. The contract does not allow it.
 */
export const ARTICLE_PLACEHOLDER = 'uuid-uuid-uuid-uuid-example';

export function findList(workspace: Workspace, uuid: string): ListRow | undefined {
  return uuid === ARTICLE_PLACEHOLDER ? workspace.lists.all()[0] : workspace.lists.get(uuid);
}

export function findLead(workspace: Workspace, uuid: string): LeadRow | undefined {
  return uuid === ARTICLE_PLACEHOLDER ? workspace.leads.all()[0] : workspace.leads.get(uuid);
}

export function findSender(workspace: Workspace, uuid: string): SenderRow | undefined {
  return uuid === ARTICLE_PLACEHOLDER ? workspace.senders.all()[0] : workspace.senders.get(uuid);
}

/** Rows by uuid, in order of insertion. */
export interface Table<T extends { readonly uuid: string }> {
  readonly all: () => readonly T[];
  readonly get: (uuid: string) => T | undefined;
  readonly add: (row: T) => T;
  readonly remove: (uuid: string) => boolean;
}

export function createTable<T extends { readonly uuid: string }>(): Table<T> {
  const rows = new Map<string, T>();
  // Copied once between two changes: there are hundreds of rows, and some requests look through them all several times.
  let listed: readonly T[] | null = null;
  return {
    all: () => (listed ??= [...rows.values()]),
    get: (uuid) => rows.get(uuid),
    add(row) {
      listed = null;
      rows.set(row.uuid, row);
      return row;
    },
    remove(uuid) {
      listed = null;
      return rows.delete(uuid);
    },
  };
}
