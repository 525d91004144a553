import type { LinkedInIdentity } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import { asMemberId, asRecruiterId, asSalesId, asSlug } from './ids';
import { parseUrl } from './url';
import { unwrap } from './unwrap';

/**
 * Why an address names nobody. `self` is LinkedIn's `/in/me`, which stands for whoever is logged in; `thread` a
 * conversation, whose one person only the page tells; `many` a page of many people.
 */
export type IdentityRefusal =
  'not-an-address' | 'not-linkedin' | 'not-a-person' | 'self' | 'malformed' | 'thread' | 'many';

/** What kind of page or link names a person in its address. */
export type AddressKind = 'profile' | 'detail' | 'overlay' | 'sales-lead' | 'recruiter' | 'compose';

export interface PersonAddress {
  readonly kind: AddressKind;
  readonly identity: LinkedInIdentity;
}

const HOST = /^(?:(?:www|m|touch|[a-z]{2})\.)?linkedin\.com$/u;
const PROFILE = /^(?:\/mwlite|\/comm)?(?:\/profile)?\/in\/([^/]+)(\/.*)?$/u;
const SALES = /^(?:\/sales)?\/(?:lead|people)\/([^/,]+)(?:,[^/]*)?\/?$/u;
const RECRUITER = /^\/talent\/(?:.*\/)?profile\/([^/,]+)/u;
const COMPOSE = /^\/messaging\/(?:compose|thread\/new)\/?$/u;
const THREAD = /^\/(?:messaging\/thread|sales\/inbox|talent\/inbox(?:\/.+)?)\/[^/]+\/?$/u;
const MANY =
  /^\/(?:search\/results\/(?:people|all)|mynetwork\/invite-connect\/connections|(?:company|school|showcase)\/[^/]+\/people|sales\/(?:search\/people|lists\/people(?:\/[^/]+)?)|talent\/(?:search|hire\/[^/]+\/(?:discover|manage)).*)\/?$/u;
/** Longer addresses are not LinkedIn's. */
const MAX_LENGTH = 4_000;
/** A log-in page may stand before a redirector; nothing of LinkedIn's is wrapped more often. */
const MAX_WRAPS = 2;

const NOBODY = { slug: null, memberId: null, salesId: null };

/**
 * Whom an address names and what kind of address it is (linkedin/pages.md 1). Links that LinkedIn's redirectors and
 * log-in pages carry are followed in the text, never on the network. Pure; never throws.
 */
export function parseAddress(address: string, wraps = 0): Result<PersonAddress, IdentityRefusal> {
  const url = toUrl(address);
  if (url === null) return err('not-an-address');
  if (!isLinkedIn(url)) return err('not-linkedin');
  const wrapped = unwrap(url);
  if (wrapped !== null && wraps < MAX_WRAPS) {
    const inner = parseAddress(wrapped, wraps + 1);
    return inner.ok || inner.error === 'self' ? inner : err('not-a-person');
  }
  const path = url.pathname.replaceAll(/\/{2,}/gu, '/').replaceAll(/%2c/giu, ',');
  const [, slug, below = ''] = PROFILE.exec(path) ?? [];
  if (slug !== undefined) return profile(slug, below);
  const lead = SALES.exec(path)?.[1];
  if (lead !== undefined) return byId('sales-lead', lead);
  const candidate = RECRUITER.exec(path)?.[1];
  if (candidate !== undefined) return byId('recruiter', candidate);
  if (COMPOSE.test(path)) return recipient(url);
  return err(THREAD.test(path) ? 'thread' : MANY.test(path) ? 'many' : 'not-a-person');
}

function toUrl(address: string): URL | null {
  const text = address.trim();
  if (text === '' || text.length > MAX_LENGTH || /[\u0000-\u0020\u007f]/u.test(text)) return null;
  return parseUrl(/^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`);
}

function isLinkedIn(url: URL): boolean {
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain && HOST.test(url.hostname);
}

function profile(segment: string, below: string): Result<PersonAddress, IdentityRefusal> {
  const kind = /^\/overlay\//u.test(below)
    ? 'overlay'
    : /\/(?:details|recent-activity)\//u.test(`${below}/`)
      ? 'detail'
      : 'profile';
  const memberId = asMemberId(segment);
  if (memberId !== null) return ok({ kind, identity: { ...NOBODY, memberId } });
  const slug = asSlug(segment);
  if (slug === null) return err('malformed');
  return slug === 'me' ? err('self') : ok({ kind, identity: { ...NOBODY, slug } });
}

/** A lead or candidate by whichever of LinkedIn's ids stands in the address; its form tells which it is. */
function byId(kind: AddressKind, id: string): Result<PersonAddress, IdentityRefusal> {
  const [memberId, salesId, recruiterId] = [asMemberId(id), asSalesId(id), asRecruiterId(id)];
  if (recruiterId !== null) return ok({ kind, identity: { ...NOBODY, recruiterId } });
  return memberId === null && salesId === null
    ? err('malformed')
    : ok({ kind, identity: { slug: null, memberId, salesId } });
}

/** A link that begins a message names whom it goes to; without a name it is a conversation like any other. */
function recipient(url: URL): Result<PersonAddress, IdentityRefusal> {
  const { searchParams } = url;
  const named = searchParams.get('recipient') ?? searchParams.get('profileUrn')?.split(':').at(-1);
  return named === undefined ? err('thread') : byId('compose', named);
}
