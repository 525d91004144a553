import { getSalesAddress } from '@/lib/browser/open-page';
import type { MatchedContact } from '@/lib/domain/contact';
import type { ContactId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';

/** The address of a contact's page in GetSales. */
export function contactPage(contactId: ContactId): `https://${string}` {
  return getSalesAddress({ kind: 'contact', contactId });
}

/** The other contact that GetSales matched, in one line. */
export function matchedName(matched: MatchedContact | undefined): string {
  const { name = null, company = null } = matched ?? {};
  if (name !== null && company !== null) return t('common.contact', { name, company });
  return name ?? company ?? t('common.contactUnnamed');
}
