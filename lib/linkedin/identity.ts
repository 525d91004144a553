import type { LinkedInIdentity } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import { parseUrl } from './url';
import { asMemberId, asSalesId, asSlug } from './ids';

/**
 * Why an address names nobody. `self` is LinkedIn's `/in/me`, which stands for whoever is logged in; `thread` a
 * conversation, whose one person only the page tells; `many` a page of many people.
 */
export type IdentityRefusal =
  'not-an-address' | 'not-linkedin' | 'not-a-person' | 'self' | 'malformed' | 'thread' | 'many';

const HOST = /^(?:www|m|touch|[a-z]{2})\.linkedin\.com$|^linkedin\.com$/u;
const PROFILE = /^(?:\/mwlite)?(?:\/profile)?\/in\/([^/]+)(?:\/.*)?$/u;
const SALES = /^\/sales\/(?:lead|people)\/([^/,]+)(?:,[^/]*)?\/?$/u;
/** Longer addresses are not LinkedIn's. */
const MAX_LENGTH = 4_000;

/**
 * Who an address means: a profile in any of its forms (locale, overlay and detail suffixes, tracking, country and mobile
 * hosts, percent-encoding, member ids) or a Sales Navigator lead. Everything else is refused by name. Pure; never throws.
 */
export function parseIdentity(address: string): Result<LinkedInIdentity, IdentityRefusal> {
  const url = parseAddress(address);
  if (url === null) return err('not-an-address');
  if (!isLinkedIn(url)) return err('not-linkedin');
  const path = url.pathname.replaceAll(/\/{2,}/gu, '/');
  const profile = PROFILE.exec(path)?.[1];
  if (profile !== undefined) return parseProfileSegment(profile);
  const sales = SALES.exec(path.replaceAll(/%2c/giu, ','))?.[1];
  return sales === undefined ? err(refusal(path)) : parseSalesSegment(sales);
}

const THREAD = /^\/(?:messaging|sales\/inbox|talent\/inbox)\/(?:thread\/)?[^/]+\/?$/u;
const MANY =
  /^\/(?:search\/results\/(?:people|all)|mynetwork\/invite-connect\/connections|company\/[^/]+\/people|school\/[^/]+\/people|sales\/search\/people|sales\/lists\/people\/[^/]+)\/?$/u;

function refusal(path: string): IdentityRefusal {
  if (THREAD.test(path)) return 'thread';
  return MANY.test(path) ? 'many' : 'not-a-person';
}

function parseAddress(address: string): URL | null {
  const text = address.trim();
  if (text === '' || text.length > MAX_LENGTH || /[\u0000-\u0020\u007f]/u.test(text)) return null;
  return parseUrl(/^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`);
}

function isLinkedIn(url: URL): boolean {
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain && HOST.test(url.hostname);
}

function parseProfileSegment(segment: string): Result<LinkedInIdentity, IdentityRefusal> {
  const memberId = asMemberId(segment);
  if (memberId !== null) return ok({ slug: null, memberId, salesId: null });
  const slug = asSlug(segment);
  if (slug === null) return err('malformed');
  return slug === 'me' ? err('self') : ok({ slug, memberId: null, salesId: null });
}

function parseSalesSegment(segment: string): Result<LinkedInIdentity, IdentityRefusal> {
  const salesId = asSalesId(segment);
  if (salesId !== null) return ok({ slug: null, memberId: null, salesId });
  const memberId = asMemberId(segment);
  return memberId === null ? err('malformed') : ok({ slug: null, memberId, salesId: null });
}

/** The one address of an identity: what is parsed from it is the identity again. */
export function canonicalUrl(identity: LinkedInIdentity): string {
  const { slug, memberId, salesId } = identity;
  if (slug === null && memberId === null) return `https://www.linkedin.com/sales/lead/${salesId ?? ''}`;
  return `https://www.linkedin.com/in/${encodeURIComponent(slug ?? memberId ?? '')}/`;
}
