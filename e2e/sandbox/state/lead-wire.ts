import type { JsonRecord } from '../wire/values';
import { wireMap } from '../wire/problem';
import type { MessageRow, ConnectionRow } from './outreach-rows';
import type { LeadRow } from './rows';
import type { Workspace } from './workspace';

/** A contact as with `disable_aggregation`: flat, with every documented column (docs/getsales-api.md#lookup). */
export function flatLead(row: LeadRow): JsonRecord {
  const { customFields: _values, domain: _domain, ...columns } = row;
  const enriched = row.linkedin_status === 'ok';
  return {
    ...columns,
    data_source_uuid: null,
    ai_agent_uuid: null,
    ai_agent_mode: null,
    ai_engagement_status_uuid: null,
    company_ln_id: enriched ? '10442' : null,
    work_email_domain: row.work_email?.split('@')[1] ?? null,
    followers_number: row.connections_number === null ? null : row.connections_number + 268,
    primary_language: enriched ? 'en' : null,
    supported_languages: enriched ? ['en', 'de'] : [],
    has_open_profile: 0,
    has_verified_profile: enriched ? 1 : 0,
    experience: [],
    posts: [],
    educations: [],
    skills: [],
    top_voices: null,
    location: [],
    last_automation_approve_at: null,
    last_enrich_at: null,
  };
}

/** A contact as in the aggregated answers; the names `flows` and `custom_fields` are inferred (docs/getsales-api.md#lookup). */
export function wrappedLead(workspace: Workspace, row: LeadRow): JsonRecord {
  const enrolments = workspace.enrolments.all().filter((enrolment) => enrolment.lead_uuid === row.uuid);
  return {
    lead: flatLead(row),
    markers: markersOf(workspace, row),
    flows: enrolments,
    custom_fields: wireMap(customFieldsByName(workspace, row)),
  };
}

/**
 * A contact for the control: the aggregated answer plus what the API accepts but never returns: `domain` and the names of
 * the tags.
 */
export function inspectedLead(workspace: Workspace, row: LeadRow): JsonRecord {
  const tagNames = row.tags.map((uuid) => workspace.tags.get(uuid)?.name ?? uuid);
  return { ...wrappedLead(workspace, row), domain: row.domain, tag_names: tagNames };
}

function customFieldsByName(workspace: Workspace, row: LeadRow): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [uuid, value] of row.customFields) named[workspace.customFields.get(uuid)?.name ?? uuid] = value;
  return named;
}

/** The aggregate row (null sender) first, then one row for each sender with a connection or a message (docs/getsales-api.md#lookup). */
function markersOf(workspace: Workspace, row: LeadRow): readonly JsonRecord[] {
  const connections = workspace.connections.ofLead(row.uuid);
  const messages = workspace.messages.ofLead(row.uuid);
  const bySender = new Map<string, MessageRow[]>([...connections.keys()].map((sender) => [sender, []]));
  for (const message of messages) {
    const rows = bySender.get(message.sender_profile_uuid);
    if (rows === undefined) bySender.set(message.sender_profile_uuid, [message]);
    else rows.push(message);
  }
  if (bySender.size === 0) return [];
  const newest = [...connections.values()].toSorted((a, b) => ((a.accepted ?? '') < (b.accepted ?? '') ? 1 : -1))[0];
  return [
    marker(null, newest, messages),
    ...[...bySender].map(([sender, rows]) => marker(sender, connections.get(sender), rows)),
  ];
}

function marker(
  sender: string | null,
  connection: ConnectionRow | undefined,
  messages: readonly MessageRow[],
): JsonRecord {
  let sent = 0;
  let inbox = 0;
  let last: string | null = null;
  for (const message of messages) {
    if (message.type === 'inbox') inbox += 1;
    else if (message.status === 'done') sent += 1;
    if (message.sent_at !== null && (last === null || message.sent_at > last)) last = message.sent_at;
  }
  return {
    sender_profile_uuid: sender,
    linkedin_messages_sent_count: sent,
    linkedin_messages_inbox_count: inbox,
    linkedin_last_connection_sent_at: connection?.sent ?? null,
    linkedin_last_connection_accepted_at: connection?.accepted ?? null,
    linkedin_last_connection_lost_at: connection?.lost ?? null,
    last_messaging_activity_at: last,
    email_sent_count: 0,
    email_inbox_count: 0,
    email_read_count: 0,
    email_click_count: 0,
    email_first_message_sent_at: null,
    email_last_message_sent_at: null,
  };
}
