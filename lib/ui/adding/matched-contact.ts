import type { ContactId } from '@/lib/domain/ids';
import { getSalesAddress } from '@/lib/browser/open-page';

/** The address of a contact's page in GetSales. */
export function contactPage(contactId: ContactId): `https://${string}` {
  return getSalesAddress({ kind: 'contact', contactId });
}
