import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { Contact } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';

/** Whether GetSales answered with the requested person. `unproven`: a lookup does not find the person. */
export type AnsweredContact = 'same' | 'other' | 'unproven';

/**
 * Compares an upsert's answer with the requested person. GetSales also matches by e-mail address and by name and company
 * (docs/getsales-api.md#upsert), so it can answer with another contact. An answer without LinkedIn ids is checked by a
 * lookup; an error when that fails.
 *
 * @param before what a lookup of the person found just before
 */
export async function recognise(
  client: Pick<GetSalesClient, 'lookup'>,
  identity: LinkedInIdentity,
  before: Contact | 'absent' | null,
  contact: Contact,
): Promise<Result<AnsweredContact>> {
  const compared = compareContact(identity, contact);
  if (compared !== 'unknown') return ok(compared);
  if (before !== null && before !== 'absent' && before.id === contact.id) return ok('same');
  const found = await client.lookup(identity);
  if (!found.ok) return found;
  if (found.value?.id === contact.id) return ok('same');
  return ok(found.value === null || compareContact(identity, found.value) === 'other' ? 'unproven' : 'other');
}
