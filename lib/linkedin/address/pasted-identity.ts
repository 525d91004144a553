import { identityKey, type LinkedInIdentity } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import { parseIdentity, type IdentityRefusal } from './parse-address';
import { addressesIn, aroundAddresses, type PastedAddress } from './pasted-addresses';

/** Why a text does not give exactly one person. */
export type PastedRefusal = IdentityRefusal | 'several';

/** Longest text that is searched, in UTF-16 units. */
const MAX_LENGTH = 20_000;
/** LinkedIn's urns of people, as copied from a page's source or an export. */
const URN = /(?<!\w)urn:li:(?:fsd_profile|fs_miniProfile|fs_salesProfile):\(?(AC[ow]AA[\w-]{34})(?![\w-])/gu;

/** The HTML entities that appear in copied links. */
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/**
 * The one person in a pasted text: an address with or without its scheme, in quotes, a sentence, a signature or a page's
 * source; a LinkedIn urn, a bare id, or `in/name`. A bare word is a name, not an address. Refuses two different people and
 * addresses that may have been cut, since a cut slug can be another person's. Pure; never throws.
 */
export function pastedIdentity(text: string): Result<LinkedInIdentity, PastedRefusal> {
  if (text.length > MAX_LENGTH) return err('not-an-address');
  const plain = completed(plainText(text).trim());
  const named = [...addressesIn(plain).map(parse), ...urnsIn(aroundAddresses(plain)).map(parseIdentity)];
  const parsed = named.length > 0 ? named : [parseIdentity(plain)];
  const people = new Map(parsed.flatMap((one) => (one.ok ? [[identityKey(one.value), one.value] as const] : [])));
  const refusals = new Set(parsed.flatMap((one) => (one.ok ? [] : [one.error])));
  const [person, ...others] = people.values();
  if (person === undefined) return err(strongest(refusals));
  // A damaged link may lead to another person.
  return others.length > 0 || refusals.has('malformed') ? err('several') : ok(person);
}

/** LinkedIn redirects `http` to the same page. */
function parse({ address, isWhole }: PastedAddress): ReturnType<typeof parseIdentity> {
  const parsed = parseIdentity(address.replace(/^http:/iu, 'https:'));
  return parsed.ok && !isWhole ? err('malformed') : parsed;
}

function urnsIn(text: string): readonly string[] {
  return [...text.matchAll(URN)].map(([, id = '']) => addressOf(id));
}

/** Completes a bare id, or a person's path without the host, to an address. */
function completed(text: string): string {
  if (/^A(?:C[ow]|EM)AA[\w-]{34}$/u.test(text)) return addressOf(text);
  const path = /^\/?((?:in|sales\/(?:lead|people))\/\S+)$/u.exec(text)?.[1];
  return path === undefined ? text : `https://www.linkedin.com/${path}`;
}

function addressOf(id: string): string {
  const kind = id.startsWith('ACo') ? 'in' : id.startsWith('ACw') ? 'sales/lead' : 'talent/profile';
  return `https://www.linkedin.com/${kind}/${id}`;
}

/** The most helpful refusal: a problem with a LinkedIn link rather than that other text is no link. */
function strongest(refusals: ReadonlySet<IdentityRefusal>): IdentityRefusal {
  const weak = ['not-linkedin', 'not-an-address'] as const;
  return (
    [...refusals].find((refusal) => !weak.some((one) => one === refusal)) ??
    weak.find((one) => refusals.has(one)) ??
    'not-an-address'
  );
}

/**
 * Removes the escapes of the text's source: HTML entities, backslashes of JSON, Markdown and vCards, folded vCard lines.
 * Also removes the invisible characters that chats and documents put around links.
 */
function plainText(text: string): string {
  return unfold(text)
    .replaceAll(/&(?:amp;)+/giu, '&')
    .replaceAll(/&(quot|apos|lt|gt|nbsp);/giu, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu, (entity, hex?: string, decimal?: string) =>
      character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), entity),
    )
    .replaceAll(/\\u([\da-f]{4})/giu, (escape, hex: string) => character(Number.parseInt(hex, 16), escape))
    .replaceAll(/\\[nrt]/gu, '\n')
    .replaceAll(/\\(?=[^\p{L}\p{N}])/gu, '')
    .replaceAll(/(?<![\p{L}\p{N}_-])(?!\u00ad)\p{Cf}|(?!\u00ad)\p{Cf}(?![\p{L}\p{N}\p{Cf}_-])/gu, ' ');
}

/** In a vCard, a line that begins with a space continues the previous one (RFC 6350, 3.2). */
function unfold(text: string): string {
  return /^BEGIN:VCARD/imu.test(text) ? text.replaceAll(/\r?\n[ \t]/gu, '') : text;
}

function character(code: number, instead: string): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : instead;
}
