import { TAG_LENGTH, TAGS_MAX } from '@/lib/domain/contact';
import type { ValueProblem } from '@/lib/domain/contact-values';
import { t } from '@/lib/i18n/text';
import { customName, isCustom, type FieldKey, type PersonFieldName } from './field-names';
import type { FieldSource } from './person-fields';

export function fieldLabel(key: FieldKey): string {
  return isCustom(key) ? customName(key) : t(LABELS[key]);
}

const LABELS = {
  name: 'popup.field.name',
  firstName: 'popup.field.firstName',
  lastName: 'popup.field.lastName',
  headline: 'popup.field.headline',
  position: 'popup.field.position',
  company: 'popup.field.company',
  companyDomain: 'popup.field.companyDomain',
  location: 'popup.field.location',
  workEmail: 'popup.field.workEmail',
  personalEmail: 'popup.field.personalEmail',
  workPhone: 'popup.field.workPhone',
  personalPhone: 'popup.field.personalPhone',
  about: 'popup.field.about',
  avatarUrl: 'popup.field.avatarUrl',
  tags: 'popup.field.tags',
} as const satisfies Record<PersonFieldName, string>;

/** What GetSales finds out about a person by itself. */
const FILLED_IN: ReadonlySet<FieldKey> = new Set([
  'name',
  'firstName',
  'lastName',
  'headline',
  'position',
  'company',
  'location',
  'about',
]);

/** What stands in an empty field: that GetSales fills it in, or the form in which it is typed. */
export function placeholder(key: FieldKey): string | undefined {
  if (key === 'tags') return t('popup.details.tags');
  return FILLED_IN.has(key) ? t('popup.person.willFill') : undefined;
}

export function sourceWords(source: FieldSource): string | null {
  switch (source) {
    case 'suggested':
      return t('popup.person.suggested');
    case 'typed-name':
      return t('popup.person.fromName');
    case 'edited':
      return t('popup.person.edited');
    case 'getsales':
      return t('popup.person.fromGetSales');
    case 'none':
    case 'page':
      return null;
  }
}

/** What to do about a value that cannot be sent. */
export function problemWords(problem: ValueProblem): string {
  switch (problem.kind) {
    case 'email':
      return t('popup.problem.email');
    case 'phone':
      return t('popup.problem.phone');
    case 'domain':
      return t('popup.problem.domain');
    case 'https-url':
      return t('popup.problem.httpsUrl');
    case 'tag-length':
      return t('popup.problem.tagLength', { max: TAG_LENGTH });
    case 'tag-count':
      return t('popup.problem.tagCount', { max: TAGS_MAX });
    case 'too-long':
      return t('popup.problem.tooLong', { max: problem.max });
  }
}
