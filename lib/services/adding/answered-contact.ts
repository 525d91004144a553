import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { Contact, MatchedContact } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';

/** Whether the contact in GetSales' answer is the person who was asked for. `unproven`: GetSales does not find the person. */
export type AnsweredContact = 'same' | 'other' | 'unproven';

/**
 * Compares the answer to an upsert with the person who was asked for. GetSales also matches by e-mail address and by name
 * and company (docs/getsales-api.md#upsert), so the answer can be somebody else. An answer without LinkedIn ids is looked up; an
 * error when that fails.
 */
export function createRecognition(client: Pick<GetSalesClient, 'lookup'>) {
  /** @param before what a look-up of the person found just before */
  return async (
    identity: LinkedInIdentity,
    before: Contact | 'absent' | null,
    contact: Contact,
  ): Promise<Result<AnsweredContact>> => {
    const compared = compareContact(identity, contact);
    if (compared !== 'unknown') return ok(compared);
    if (before !== null && before !== 'absent' && before.id === contact.id) return ok('same');
    const found = await client.lookup(identity);
    if (!found.ok) return found;
    if (found.value?.id === contact.id) return ok('same');
    return ok(found.value === null || compareContact(identity, found.value) === 'other' ? 'unproven' : 'other');
  };
}

/** What to show of another contact that GetSales matched. */
export function matchedBy({ ifPresent, listId }: AddEntry, contact: Contact): MatchedContact {
  const { name, company } = contact;
  return { name, company, mayHaveMoved: ifPresent === 'move' && contact.listId === listId };
}
