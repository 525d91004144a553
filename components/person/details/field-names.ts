import type { ContactDraft } from '@/lib/domain/contact';

/** The fields about a person that the popup shows and may send, in the order in which it shows them. */
export const PERSON_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'headline',
  'position',
  'company',
  'companyDomain',
  'location',
  'workEmail',
  'personalEmail',
  'workPhone',
  'personalPhone',
  'about',
  'avatarUrl',
  'tags',
] as const satisfies readonly (keyof ContactDraft)[];
export type PersonFieldName = (typeof PERSON_FIELDS)[number];
/** The workspace's own field of that name. */
export type CustomFieldKey = `custom:${string}`;
export type FieldKey = PersonFieldName | CustomFieldKey;

const CUSTOM = 'custom:';
export const customKey = (name: string): CustomFieldKey => `${CUSTOM}${name}`;

export function isCustom(key: FieldKey): key is CustomFieldKey {
  return key.startsWith(CUSTOM);
}

/** What a custom field is called in GetSales. */
export function customName(key: CustomFieldKey): string {
  return key.slice(CUSTOM.length);
}
