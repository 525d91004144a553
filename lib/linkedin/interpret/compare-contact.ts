import type { Contact } from '@/lib/domain/contact';
import type { LinkedInIdentity } from '@/lib/domain/identity';
import { memberNumber } from '../address/ids';

type LinkedInIds = Pick<Contact, 'slug' | 'memberId' | 'salesId'>;

/** What one pair of ids says; null when it says nothing. */
type Vote = boolean | null;

/**
 * Whether a contact that GetSales answered with is this person. `same` if any id agrees: a slug changes while the member
 * number stays. `other` if some ids can be compared and none agrees, `unknown` if none can be compared.
 */
export function compareContact(identity: LinkedInIdentity, contact: LinkedInIds): 'same' | 'other' | 'unknown' {
  const ours = [identity.memberId, identity.salesId];
  const theirs = [contact.memberId, contact.salesId, contact.slug];
  const votes = ours.flatMap((id) => theirs.map((other) => compareIds(id, other)));
  votes.push(compareSlugs(identity.slug, contact.slug));
  if (votes.includes(true)) return 'same';
  return votes.includes(false) ? 'other' : 'unknown';
}

/** `ACoA…` and `ACwA…` ids differ for one person, their member numbers do not (docs/linkedin-pages.md#member-ids). */
function compareIds(ours: string | null, theirs: string | null): Vote {
  if (ours === null || theirs === null) return null;
  if (ours.toLowerCase() === theirs.toLowerCase()) return true;
  const [number, other] = [memberNumber(ours), memberNumber(theirs)];
  return number === null || other === null ? null : number === other;
}

/** GetSales keeps a raw id in the place of the slug for people who were added by it. */
function compareSlugs(ours: string | null, theirs: string | null): Vote {
  if (ours === null || theirs === null || /^ac[ow]aa[\w-]{34}$/iu.test(theirs)) return null;
  return normal(ours) === normal(theirs);
}

function normal(slug: string): string {
  return slug.normalize('NFC').toLowerCase().normalize('NFC');
}
