import { textOf, textsOf, type JsonRecord } from '../wire/values';
import { invalid } from '../wire/problem';
import { normalNickname, parsePersonReference } from './person-reference';
import type { LeadFields } from './rows';

/** A contact as a client describes it: only the given fields, by column. */
export interface LeadInput {
  readonly fields: Readonly<Partial<LeadFields>>;
  /** Tag names (docs/getsales-api.md#upsert). */
  readonly tagNames: readonly string[];
}

const COLUMNS = [
  'company_name',
  'position',
  'headline',
  'about',
  'ln_id',
  'sn_id',
  'facebook',
  'twitter',
  'work_email',
  'personal_email',
  'work_phone_number',
  'personal_phone_number',
  'raw_address',
  'domain',
] as const;

/**
 * Reads the documented lead fields (docs/getsales-api.md#upsert). Unknown keys are silently ignored, like
 * `pipeline_stage_uuid`, `list_uuid` and `custom_fields`. Given columns take precedence over `linkedin_id`.
 */
export function readLeadInput(lead: JsonRecord, prefix = ''): LeadInput {
  const fields: Partial<LeadFields> = { ...referenceOf(lead, prefix), ...nameOf(lead) };
  for (const column of COLUMNS) {
    if (lead[column] !== undefined) fields[column] = textOf(lead[column]);
  }
  const linkedin = textOf(lead['linkedin']);
  if (linkedin !== null) fields.linkedin = parsePersonReference(linkedin)?.linkedin ?? normalNickname(linkedin);
  if (lead['avatar'] !== undefined) fields.avatar_url = textOf(lead['avatar']);
  if (lead['email'] !== undefined && lead['work_email'] === undefined) fields.work_email = textOf(lead['email']);
  return { fields, tagNames: textsOf(lead['tags']) };
}

function referenceOf(lead: JsonRecord, prefix: string): Partial<LeadFields> {
  const given = lead['linkedin_id'];
  if (given === undefined || given === null) return {};
  const reference = typeof given === 'string' ? parsePersonReference(given) : null;
  if (reference !== null) return reference;
  const namedOtherwise = ['linkedin', 'ln_id', 'sn_id'].some((column) => textOf(lead[column]) !== null);
  if (namedOtherwise) return {};
  throw invalid({ [`${prefix}linkedin_id`]: ['The linkedin id is not a LinkedIn profile.'] });
}

function nameOf(lead: JsonRecord): Partial<LeadFields> {
  const first = textOf(lead['first_name']);
  const last = textOf(lead['last_name']);
  const whole = textOf(lead['name']) ?? [first, last].filter((part) => part !== null).join(' ');
  return {
    ...(first === null ? {} : { first_name: first }),
    ...(last === null ? {} : { last_name: last }),
    ...(whole === '' ? {} : { name: whole }),
  };
}
