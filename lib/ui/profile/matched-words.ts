import type { MatchedContact } from '@/lib/domain/contact';
import { t } from '@/lib/i18n/text';

/** Who a contact is, in one line. */
export function matchedName(matched: MatchedContact | undefined): string {
  const { name = null, company = null } = matched ?? {};
  if (name !== null && company !== null) return t('common.contact', { name, company });
  return name ?? company ?? t('common.contactUnnamed');
}
