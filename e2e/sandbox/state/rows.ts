import type { JsonRecord } from '../wire/values';

/** Rows as stored and, unless noted otherwise, as sent over the wire. Times are wire times (`wireTime`). */
export interface Stamped {
  readonly uuid: string;
  readonly team_id: number;
  readonly created_at: string;
  updated_at: string;
}

export interface ListRow extends Stamped {
  readonly user_id: number;
  name: string;
}

export interface TagRow extends Stamped {
  name: string;
  color: string | null;
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
  /** The company's domain: accepted on create and upsert, not part of any documented answer. */
  domain: string | null;
}

/** The writable fields of a company, by their wire name. */
export interface CompanyFields {
  name: string | null;
  domain: string | null;
  website: string | null;
  linkedin: string | null;
  ln_id: string | null;
  phone: string | null;
  industry: string | null;
  employees_range: string | null;
  hq_raw_address: string | null;
  about: string | null;
}

export interface CompanyRow extends Stamped, CompanyFields {
  pipeline_stage_uuid: string | null;
  readonly tags: readonly string[];
  readonly status: string;
}

/** A contact as stored; state/lead-wire.ts makes the wire row. */
export interface LeadRow extends Stamped, LeadFields {
  readonly user_id: number;
  /** Null for a contact on no list. */
  list_uuid: string | null;
  pipeline_stage_uuid: string;
  company_uuid: string | null;
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

export interface BlacklistRow extends Stamped {
  readonly name: string | null;
  readonly company_name: string | null;
  readonly linkedin: string | null;
  readonly ln_id: string | null;
  readonly email: string | null;
  readonly user_id: number;
}
