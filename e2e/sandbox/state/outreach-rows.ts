import type { JsonRecord } from '../wire/values';
import type { Stamped } from './rows';

/** The connection of a sender and a contact; null for what never happened. */
export interface ConnectionRow {
  sent: string | null;
  accepted: string | null;
  lost: string | null;
}

export interface MessageRow extends Stamped {
  readonly sender_profile_uuid: string;
  readonly linkedin_account_uuid: string | null;
  readonly linkedin_conversation_uuid: string;
  readonly lead_uuid: string;
  readonly task_pipeline_uuid: string | null;
  readonly template_uuid: string | null;
  readonly message_hash: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly custom_content: null;
  readonly attachments: readonly { readonly uuid: string }[] | null;
  readonly type: 'inbox' | 'outbox';
  readonly automation: 'auto' | 'manual' | 'synced';
  readonly linkedin_type: 'connection_note' | 'message' | 'InMail';
  status: 'new' | 'in_progress' | 'done' | 'failed';
  fail_reason: string | null;
  read_at: string | null;
  sent_at: string | null;
  readonly user_id: number;
}

export interface SenderRow extends Stamped {
  readonly linkedin_browser_id: number | null;
  readonly linkedin_account_uuid: string | null;
  readonly mailbox_uuid: string | null;
  readonly assignee_user_id: number;
  readonly first_name: string;
  readonly last_name: string;
  readonly label: string | null;
  readonly avatar_url: string | null;
  readonly schedule: JsonRecord;
  readonly smart_limits_enabled: boolean | 0 | 1;
  readonly status: 'enabled' | 'disabled';
  readonly hold_tasks_till: string | null;
  readonly last_automation_server_id: number | null;
  readonly notification_emails: string | null;
  readonly user_id: number;
}

export interface FlowRow extends Stamped {
  readonly public_uuid: string | null;
  readonly name: string;
  readonly flow_workspace_uuid: string;
  readonly flow_version_uuid: string;
  readonly use_sender_schedule: 0 | 1;
  readonly schedule: JsonRecord | null;
  readonly description: string | null;
  readonly priority: number;
  status: 'on' | 'off' | 'draft' | 'archived';
  readonly is_public: 0 | 1;
  readonly user_id: number;
  /** The sender of this automation. Not on the wire. */
  readonly senderUuid: string;
}

export interface EnrolmentRow extends Stamped {
  readonly flow_uuid: string;
  readonly lead_uuid: string;
  readonly company_uuid: string | null;
  readonly contact_source_id: number;
  readonly sender_profile_uuid: string;
  status: 'in_progress' | 'finished' | 'failed' | 'canceled' | 'restarted';
  error_msg: string | null;
}

export interface TaskRow extends Stamped {
  readonly assigned_to: number | null;
  readonly user_id: number;
  readonly lead_uuid: string;
  readonly sender_profile_uuid: string;
  readonly flow_uuid: string | null;
  readonly type: string;
  readonly automation: 'manual' | 'auto';
  readonly automation_error_code: string | null;
  status: 'in_progress' | 'closed' | 'canceled' | 'failed' | 'skipped';
  readonly payload: JsonRecord | readonly never[];
  readonly attempts: number;
  readonly error_msg: string | null;
  readonly note: string | null;
  readonly timezone: string;
  readonly schedule_at: string;
  executed_at: string | null;
}

export interface AttachmentRow extends Stamped {
  readonly user_id: number;
  readonly payload: { readonly name: string; readonly path: string; readonly size: string; readonly type: string };
}

export interface WebhookRow extends Stamped {
  readonly user_id: number;
  readonly name: string;
  readonly event: string;
  readonly request_method: string;
  readonly target_url: string;
  readonly filters: JsonRecord | readonly never[];
  readonly status: 'on' | 'off';
}
