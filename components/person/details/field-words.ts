import { TAG_LENGTH, TAGS_MAX } from '@/lib/domain/contact-limits';
import type { ValueProblem } from '@/lib/domain/contact-values';
import { t } from '@/lib/i18n/text';
import { customName, isCustom, isTextOnPage, type FieldKey } from './field-names';
import type { FieldSource } from './person-fields';

export function fieldLabel(key: FieldKey): string {
  return isCustom(key) ? customName(key) : t(`popup.field.${key}`);
}

/** Placeholder of an empty field: that GetSales fills it in, or how to type it. */
export function placeholder(key: FieldKey): string | undefined {
  if (key === 'tags') return t('popup.details.tags');
  return isTextOnPage(key) ? t('popup.person.willFill') : undefined;
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

/** Says how to fix a value that cannot be sent. */
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
