import type { AppError } from '@/lib/domain/app-error';
import { customKey, type FieldKey, type PersonFieldName } from './field-names';

/** Our fields by their names in GetSales' contact input, which its refusals use. */
const BY_WIRE_NAME: ReadonlyMap<string, PersonFieldName> = new Map([
  ['name', 'name'],
  ['first_name', 'firstName'],
  ['last_name', 'lastName'],
  ['headline', 'headline'],
  ['position', 'position'],
  ['company_name', 'company'],
  ['domain', 'companyDomain'],
  ['raw_address', 'location'],
  ['work_email', 'workEmail'],
  ['email', 'workEmail'],
  ['personal_email', 'personalEmail'],
  ['work_phone_number', 'workPhone'],
  ['personal_phone_number', 'personalPhone'],
  ['about', 'about'],
  ['avatar', 'avatarUrl'],
  ['avatar_url', 'avatarUrl'],
  ['tags', 'tags'],
]);

/** The message for each field that GetSales refused. Refusals of other fields are left out. */
export function refusedFields(error: AppError | null): ReadonlyMap<FieldKey, string> {
  const refused = new Map<FieldKey, string>();
  for (const { field, message } of error?.code === 'refused' ? error.problems : []) {
    const key = keyOf(field);
    if (key !== null && message !== '' && !refused.has(key)) refused.set(key, message);
  }
  return refused;
}

/** `work_email`, `lead.work_email`, `leads.0.work_email`, `tags.1`, `custom_fields.Gender`. */
function keyOf(wireName: string): FieldKey | null {
  const path = wireName.replace(/^(?:lead|leads\.\d+)\./u, '');
  const custom = /^custom_fields\.(.+)$/u.exec(path)?.[1];
  if (custom !== undefined) return customKey(custom);
  return BY_WIRE_NAME.get(path.replace(/\.\d+$/u, '')) ?? null;
}
