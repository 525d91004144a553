import { wireTime } from '../wire/values';
import type { Random } from '../seed/random';
import type { MessageRow, SenderRow } from './outreach-rows';
import type { Workspace } from './workspace';

/** Thread uuids: one per contact and sender. Derived, so that nobody has to keep a table of them. */
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
  /** The user it is written by; default: the owner of the workspace. */
  readonly userId?: number;
  /** LinkedIn's time, ms. */
  readonly sentAt: number;
  /** When GetSales learned of it, ms; the time of synchronisation for old threads (docs/getsales-api.md#conversation). */
  readonly createdAt?: number;
}

/** Adds a message that was delivered already. */
export function addMessage(workspace: Workspace, message: NewMessage): MessageRow {
  const row = messageRow(workspace, message);
  workspace.messages.add(row);
  return row;
}

/** The row of a delivered message. Written out without spreads: thousands are made, and read, at once. */
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
