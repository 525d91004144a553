import type { Contact } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { memberNumber } from '../address/ids';

type LinkedInIds = Pick<Contact, 'slug' | 'memberId' | 'salesId'>;

/** Whether a pair of ids is equal; null when they cannot be compared. */
type Vote = boolean | null;

/**
 * Compares a contact from GetSales with this person. `same` if any id agrees, since a slug can change while the member
 * number stays; `other` if ids can be compared and none agrees; `unknown` if none can be compared.
 */
export function compareContact(identity: LinkedInIdentity, contact: LinkedInIds): 'same' | 'other' | 'unknown' {
  const ours = [identity.memberId, identity.salesId];
  const theirs = [contact.memberId, contact.salesId, contact.slug];
  const votes = ours.flatMap((id) => theirs.map((other) => compareIds(id, other)));
  votes.push(compareSlugs(identity.slug, contact.slug));
  if (votes.includes(true)) return 'same';
  return votes.includes(false) ? 'other' : 'unknown';
}

/** A person's `ACoA…` and `ACwA…` ids differ, but have the same member number (docs/linkedin-pages.md#member-ids). */
function compareIds(ours: string | null, theirs: string | null): Vote {
  if (ours === null || theirs === null) return null;
  if (ours.toLowerCase() === theirs.toLowerCase()) return true;
  const [number, other] = [memberNumber(ours), memberNumber(theirs)];
  return number === null || other === null ? null : number === other;
}

/** GetSales stores a raw id as the slug of people who were added by id. */
function compareSlugs(ours: string | null, theirs: string | null): Vote {
  if (ours === null || theirs === null || /^ac[ow]aa[\w-]{34}$/iu.test(theirs)) return null;
  return normal(ours) === normal(theirs);
}

function normal(slug: string): string {
  return slug.normalize('NFC').toLowerCase().normalize('NFC');
}
