/** Maximum length that we send per contact field, in UTF-16 units. */
export const FIELD_LENGTHS = {
  name: 400,
  firstName: 200,
  lastName: 200,
  company: 400,
  companyDomain: 255,
  position: 400,
  headline: 1_000,
  about: 4_000,
  location: 400,
  avatarUrl: 2_000,
  workEmail: 320,
  personalEmail: 320,
  workPhone: 60,
  personalPhone: 60,
  facebook: 400,
  twitter: 400,
} as const;
export const TAG_LENGTH = 100;
export const TAGS_MAX = 50;
export const CUSTOM_VALUE_LENGTH = 4_000;
