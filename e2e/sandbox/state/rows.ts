import type { JsonRecord } from '../wire/json';

/** Rows as they are kept and, unless said otherwise, as they go over the wire. Times are wire times (wire/time.ts). */
interface Stamped {
  readonly uuid: string;
  readonly team_id: number;
  readonly created_at: string;
  updated_at: string;
}

export interface ListRow extends Stamped {
  readonly user_id: number;
  readonly name: string;
}

export interface TagRow extends Stamped {
  readonly name: string;
  readonly color: string | null;
}

export interface StageRow {
  readonly uuid: string;
  readonly team_id: number;
  readonly name: string;
  readonly object: 'lead' | 'company';
  readonly type: 'custom' | 'new' | 'approaching' | 'engaging' | 'replied';
  readonly category: 'cold' | 'engaging' | 'positive' | 'negative';
  readonly order: number;
}

export interface CustomFieldRow {
  readonly uuid: string;
  readonly team_id: number;
  readonly user_id: number;
  readonly name: string;
  readonly object: 'lead' | 'company';
  readonly order: number;
}

export interface UnreadCount {
  readonly sender_profile_uuid: string;
  readonly count: number;
}

/** The writable text fields of a contact, by their wire name. */
export interface LeadFields {
  name: string | null;
  first_name: string | null;
  last_name: string | null;
  company_name: string | null;
  position: string | null;
  headline: string | null;
  about: string | null;
  avatar_url: string | null;
  ln_member_id: string | null;
  ln_id: string | null;
  sn_id: string | null;
  linkedin: string | null;
  facebook: string | null;
  twitter: string | null;
  work_email: string | null;
  personal_email: string | null;
  work_phone_number: string | null;
  personal_phone_number: string | null;
  raw_address: string | null;
}

/** A contact as it is kept; state/lead-wire.ts draws the whole wire row. */
export interface LeadRow extends Stamped, LeadFields {
  list_uuid: string;
  pipeline_stage_uuid: string;
  sender_profile_uuid: string | null;
  tags: readonly string[];
  status: string;
  linkedin_status: string;
  email_status: string;
  unread_counts: readonly UnreadCount[];
  last_stop_on_reply_at: string | null;
  connections_number: number | null;
  has_premium: 0 | 1;
  /** Custom field uuid to value. Not part of the flat wire row. */
  readonly customFields: Map<string, string>;
}

/** Whether a sender and a contact are connected; null times never happened. */
export interface TieRow {
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
  /** Who writes in this automation. Not on the wire. */
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

export interface NoteRow extends Stamped {
  readonly user_id: number;
  readonly object: 'lead' | 'company';
  readonly object_uuid: string;
  note: string;
}

export interface ActivityRow {
  readonly uuid: string;
  readonly team_id: number;
  readonly lead_uuid: string;
  readonly company_uuid: string | null;
  readonly object_type: 'lead';
  readonly object_uuid: string;
  readonly type: string;
  readonly payload: JsonRecord | readonly never[];
  readonly created_at: string;
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

export interface BlacklistRow extends Stamped {
  readonly name: string | null;
  readonly company_name: string | null;
  readonly linkedin: string | null;
  readonly ln_id: string | null;
  readonly email: string | null;
  readonly user_id: number;
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
