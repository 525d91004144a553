import { identityKey, type LinkedInIdentity } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import { parseIdentity, type IdentityRefusal } from './identity';

/** Why a text names nobody, or not one person. */
export type PastedRefusal = IdentityRefusal | 'several';

/** Longest text that is looked through, in UTF-16 units: a signature, not a book. */
const MAX_LENGTH = 20_000;
/** A LinkedIn address inside other text: not the tail of another host or of somebody's credentials. */
const ADDRESS = /(?<![\w.@-])(?:https?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com\/[^\s"'<>()[\]{}|\\^`«»“”„‘]+/giu;
/** LinkedIn's names for people, as copied from a page's source or an export. */
const URN = /urn:li:(?:fsd_profile|fs_miniProfile|fs_salesProfile):\(?(A(?:C[ow])AA[\w-]{34})/gu;
const TRAILING = /[.,;:!?…’]+$/u;

/**
 * The one person that a pasted text names: an address with or without its scheme, quoted, in a sentence or a signature,
 * one of LinkedIn's urns, a bare id, or `in/name`. A bare word is a name and no address. Two different people are
 * refused: nobody may be taken for the other. Pure; never throws.
 */
export function pastedIdentity(text: string): Result<LinkedInIdentity, PastedRefusal> {
  const bounded = text.slice(0, MAX_LENGTH).trim();
  const found = [...addressesIn(bounded), ...urnsIn(bounded)];
  const parsed = (found.length > 0 ? found : [bare(bounded)]).map(parseIdentity);
  const people = new Map(parsed.flatMap((one) => (one.ok ? [[identityKey(one.value), one.value] as const] : [])));
  const [person] = people.values();
  if (people.size > 1) return err('several');
  if (person !== undefined) return ok(person);
  return err(
    parsed.flatMap((one) => (one.ok ? [] : [one.error])).find((error) => error !== 'not-an-address') ??
      'not-an-address',
  );
}

function addressesIn(text: string): readonly string[] {
  // A person who writes `http` means the same page; LinkedIn has no other.
  return (text.match(ADDRESS) ?? []).map((address) => address.replace(TRAILING, '').replace(/^http:/iu, 'https:'));
}

function urnsIn(text: string): readonly string[] {
  return [...text.matchAll(URN)].map(([, id = '']) => addressOfId(id));
}

/** A whole text that is an id, or a profile's path without the host. */
function bare(text: string): string {
  if (/^A(?:C[ow])AA[\w-]{34}$/u.test(text)) return addressOfId(text);
  const path = /^\/?(in\/[^/\s]+\/?)$/u.exec(text)?.[1];
  return path === undefined ? text : `https://www.linkedin.com/${path}`;
}

function addressOfId(id: string): string {
  return id.startsWith('ACw') ? `https://www.linkedin.com/sales/lead/${id}` : `https://www.linkedin.com/in/${id}/`;
}
