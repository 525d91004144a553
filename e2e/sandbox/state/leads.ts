import { wireTime } from '../wire/values';
import { linkCompany } from './companies';
import type { LeadInput } from './lead-input';
import type { LeadFields, LeadRow } from './rows';
import { stamp, type Workspace } from './workspace';

const DEDUP_COLUMNS = ['ln_member_id', 'ln_id', 'sn_id', 'linkedin', 'work_email', 'personal_email'] as const;

const EMPTY: LeadFields = {
  name: null,
  first_name: null,
  last_name: null,
  company_name: null,
  position: null,
  headline: null,
  about: null,
  avatar_url: null,
  ln_member_id: null,
  ln_id: null,
  sn_id: null,
  linkedin: null,
  facebook: null,
  twitter: null,
  work_email: null,
  personal_email: null,
  work_phone_number: null,
  personal_phone_number: null,
  raw_address: null,
  domain: null,
};

/** The existing contact for this input: the first matching key wins, in the order of docs/getsales-api.md#upsert. */
export function findDuplicate(workspace: Workspace, fields: Partial<LeadFields>): LeadRow | undefined {
  const rows = workspace.leads.all();
  for (const column of DEDUP_COLUMNS) {
    const wanted = fields[column];
    if (wanted === undefined || wanted === null) continue;
    const found = rows.find((row) => row[column] === wanted);
    if (found !== undefined) return found;
  }
  const { name, company_name: company } = fields;
  if (name === undefined || name === null || company === undefined || company === null) return undefined;
  return rows.find((row) => row.name === name && row.company_name === company);
}

/** When a contact is created (ms; default now) and by which user (default: the owner of the workspace). */
export interface Creation {
  readonly at?: number;
  readonly userId?: number;
}

/** A new contact on a list: stage "New", waiting for enrichment (docs/getsales-api.md#upsert). */
export function createLead(workspace: Workspace, listUuid: string, input: LeadInput, creation: Creation = {}): LeadRow {
  const stage = workspace.stages.all().find((row) => row.object === 'lead' && row.type === 'new');
  const lead = workspace.leads.add({
    ...stamp(workspace, creation.at),
    user_id: creation.userId ?? workspace.team.owner.id,
    ...EMPTY,
    ...input.fields,
    list_uuid: listUuid,
    pipeline_stage_uuid: stage?.uuid ?? '',
    company_uuid: null,
    sender_profile_uuid: null,
    tags: tagUuids(workspace, input.tagNames),
    status: 'ok',
    linkedin_status: 'need_enrichment',
    email_status: 'need_search',
    unread_counts: [],
    last_stop_on_reply_at: null,
    connections_number: null,
    has_premium: 0,
    customFields: new Map(),
  });
  linkCompany(workspace, lead);
  return lead;
}

/** Overwrites the fields of the input only; tags are added. */
export function updateLead(workspace: Workspace, row: LeadRow, input: LeadInput): void {
  Object.assign(row, input.fields);
  linkCompany(workspace, row);
  row.tags = [...new Set([...row.tags, ...tagUuids(workspace, input.tagNames)])];
  touch(workspace, row);
}

export function moveLead(workspace: Workspace, row: LeadRow, listUuid: string): void {
  row.list_uuid = listUuid;
  touch(workspace, row);
}

export function touch(workspace: Workspace, row: { updated_at: string }): void {
  row.updated_at = wireTime(workspace.now());
}

/** Sets custom fields by name or uuid; unknown names are ignored, null clears a value. */
export function setCustomFields(workspace: Workspace, row: LeadRow, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    const field = workspace.customFields.all().find((known) => known.uuid === key || known.name === key);
    if (field === undefined || field.object !== 'lead') continue;
    if (value === null || value === undefined) row.customFields.delete(field.uuid);
    else row.customFields.set(field.uuid, typeof value === 'string' ? value : JSON.stringify(value));
  }
}

/** Uuids of tags by name; missing tags are created. */
function tagUuids(workspace: Workspace, names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const known = workspace.tags.all().find((tag) => tag.name === name);
    return (known ?? workspace.tags.add({ ...stamp(workspace), name, color: null })).uuid;
  });
}
