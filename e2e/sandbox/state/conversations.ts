import { wireTime } from '../wire/values';
import type { Random } from '../seed/random';
import type { MessageRow, SenderRow } from './outreach-rows';
import type { Workspace } from './workspace';

/** The uuid of a thread: derived from contact and sender, so it needs no table. */
export function conversationUuid(leadUuid: string, senderUuid: string): string {
  return `${leadUuid.slice(0, 19)}${senderUuid.slice(19)}`;
}

export interface NewMessage {
  readonly leadUuid: string;
  readonly sender: SenderRow;
  readonly type: MessageRow['type'];
  readonly text: string | null;
  readonly automation: MessageRow['automation'];
  readonly linkedinType?: MessageRow['linkedin_type'];
  readonly subject?: string | null;
  readonly templateUuid?: string | null;
  readonly attachments?: readonly { readonly uuid: string }[] | null;
  readonly readAt?: string | null;
  /** The author; default: the owner of the workspace. */
  readonly userId?: number;
  /** LinkedIn's time, ms. */
  readonly sentAt: number;
  /** When GetSales stored it, ms; for old threads the time of synchronisation (docs/getsales-api.md#conversation). */
  readonly createdAt?: number;
}

/** Adds a delivered message. */
export function addMessage(workspace: Workspace, message: NewMessage): MessageRow {
  const row = messageRow(workspace, message);
  workspace.messages.add(row);
  return row;
}

/** The row of a delivered message. Without spreads for speed: thousands are created at once. */
export function messageRow(workspace: Workspace, message: NewMessage, random: Random = workspace.random): MessageRow {
  const sent = wireTime(message.sentAt);
  const created = message.createdAt === undefined ? sent : wireTime(message.createdAt);
  return {
    uuid: random.uuid(),
    team_id: workspace.team.id,
    created_at: created,
    updated_at: created,
    sender_profile_uuid: message.sender.uuid,
    linkedin_account_uuid: message.sender.linkedin_account_uuid,
    linkedin_conversation_uuid: conversationUuid(message.leadUuid, message.sender.uuid),
    lead_uuid: message.leadUuid,
    task_pipeline_uuid: null,
    template_uuid: message.templateUuid ?? null,
    message_hash: random.below(0xffff_ffff).toString(16),
    subject: message.subject ?? null,
    text: message.text,
    custom_content: null,
    attachments: message.attachments ?? null,
    type: message.type,
    automation: message.automation,
    linkedin_type: message.linkedinType ?? 'message',
    status: 'done',
    fail_reason: null,
    read_at: message.readAt ?? null,
    sent_at: sent,
    user_id: message.userId ?? workspace.team.owner.id,
  };
}
