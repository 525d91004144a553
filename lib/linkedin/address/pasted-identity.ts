import { identityKey, type LinkedInIdentity } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import { parseIdentity, type IdentityRefusal } from './identity';
import { addressesIn, aroundAddresses, type PastedAddress } from './pasted-addresses';
import { plainText } from './pasted-text';

/** Why a text names nobody, or not one person. */
export type PastedRefusal = IdentityRefusal | 'several';

/** Longest text that is looked through, in UTF-16 units: a signature, not a book. */
const MAX_LENGTH = 20_000;
/** LinkedIn's names for people, as copied from a page's source or an export. */
const URN = /(?<!\w)urn:li:(?:fsd_profile|fs_miniProfile|fs_salesProfile):\(?(AC[ow]AA[\w-]{34})(?![\w-])/gu;

/**
 * The one person that a pasted text names: an address with or without its scheme, quoted, in a sentence, a signature or
 * a page's source, one of LinkedIn's urns, a bare id, or `in/name`. A bare word is a name and no address. Two different
 * people are refused, and so is an address that may have been cut: nobody may be taken for somebody else. Pure; never
 * throws.
 */
export function pastedIdentity(text: string): Result<LinkedInIdentity, PastedRefusal> {
  if (text.length > MAX_LENGTH) return err('not-an-address');
  const plain = whole(plainText(text).trim());
  const named = [...addressesIn(plain).map(parse), ...urnsIn(aroundAddresses(plain)).map(parseIdentity)];
  const parsed = named.length > 0 ? named : [parseIdentity(plain)];
  const people = new Map(parsed.flatMap((one) => (one.ok ? [[identityKey(one.value), one.value] as const] : [])));
  const refusals = new Set(parsed.flatMap((one) => (one.ok ? [] : [one.error])));
  const [person, ...others] = people.values();
  if (person === undefined) return err(strongest(refusals));
  // Of a damaged link nobody knows whether it leads to the same person.
  return others.length > 0 || refusals.has('malformed') ? err('several') : ok(person);
}

/** A person who writes `http` means the same page; LinkedIn has no other. */
function parse({ address, isWhole }: PastedAddress): ReturnType<typeof parseIdentity> {
  const parsed = parseIdentity(address.replace(/^http:/iu, 'https:'));
  return parsed.ok && !isWhole ? err('malformed') : parsed;
}

function urnsIn(text: string): readonly string[] {
  return [...text.matchAll(URN)].map(([, id = '']) => addressOf(id));
}

/** A text that is nothing but an id, or a person's path without the host, as an address. */
function whole(text: string): string {
  if (/^A(?:C[ow]|EM)AA[\w-]{34}$/u.test(text)) return addressOf(text);
  const path = /^\/?((?:in|sales\/(?:lead|people))\/\S+)$/u.exec(text)?.[1];
  return path === undefined ? text : `https://www.linkedin.com/${path}`;
}

function addressOf(id: string): string {
  const kind = id.startsWith('ACo') ? 'in' : id.startsWith('ACw') ? 'sales/lead' : 'talent/profile';
  return `https://www.linkedin.com/${kind}/${id}`;
}

/** What helps most: what is wrong with a link of LinkedIn's, rather than that other text is none. */
function strongest(refusals: ReadonlySet<IdentityRefusal>): IdentityRefusal {
  const weak = ['not-linkedin', 'not-an-address'] as const;
  return (
    [...refusals].find((refusal) => !weak.some((one) => one === refusal)) ??
    weak.find((one) => refusals.has(one)) ??
    'not-an-address'
  );
}
