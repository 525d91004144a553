import type { ContactDraft } from '@/lib/domain/contact';
import { FIELD_NAMES, type FieldName } from '@/lib/domain/reading';

/** The fields of a person that the popup shows and can send, in display order. */
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
/** Key of a custom field of the workspace, by its name. */
type CustomFieldKey = `custom:${string}`;
export type FieldKey = PersonFieldName | CustomFieldKey;

const CUSTOM = 'custom:';
export const customKey = (name: string): CustomFieldKey => `${CUSTOM}${name}`;

export function isCustom(key: FieldKey): key is CustomFieldKey {
  return key.startsWith(CUSTOM);
}

/** Name of a custom field in GetSales. */
export function customName(key: CustomFieldKey): string {
  return key.slice(CUSTOM.length);
}

/** The text fields that LinkedIn pages show. GetSales fills in the same ones by itself, and its contacts have them all. */
export const TEXTS_ON_PAGE = FIELD_NAMES.filter((name) => name !== 'avatar');

export function isTextOnPage(key: FieldKey): boolean {
  return TEXTS_ON_PAGE.some((name) => name === key);
}

/** The page's field that a field is read from; null when no page shows it. */
export function fieldOnPage(name: PersonFieldName): FieldName | null {
  return name === 'avatarUrl' ? 'avatar' : (TEXTS_ON_PAGE.find((each) => each === name) ?? null);
}
