import type { LinkedInIdentity } from '@/lib/domain/identity';
import { err, type Result } from '@/lib/domain/result';

/**
 * Why an address gives no person. `self` is LinkedIn's `/in/me`, the signed-in user; `thread` a conversation, whose other
 * person only the page shows; `many` a page of many people.
 */
export type IdentityRefusal =
  'not-an-address' | 'not-linkedin' | 'not-a-person' | 'self' | 'malformed' | 'thread' | 'many';

/** Kinds of page or link with a person's id in the address. */
export type AddressKind = 'profile' | 'detail' | 'overlay' | 'sales-lead' | 'recruiter' | 'compose';

export interface PersonAddress {
  readonly kind: AddressKind;
  readonly identity: LinkedInIdentity;
}

/** Parses one form of LinkedIn address. `path` has single slashes, plain commas and no prefix. */
export type Route = (path: string, url: URL) => Result<PersonAddress, IdentityRefusal>;

const HOST = /^(?:(?:www|m|touch|[a-z]{2})\.)?linkedin\.com$/u;
/** Scheme and host in plain letters: no credentials, no port, nothing that a browser would turn into this host. */
const PLAIN = /^(?:\w+:\/\/)?[\w.]+(?::443)?(?:[/?#]|$)/u;
/** A path with backslashes or dot segments, which a browser resolves to a different path. */
const WINDING = /^[^?#]*(?:\\|\/(?:\.|%2e){1,2}(?:[/?#]|$))/iu;
/** Path prefixes of LinkedIn's mobile site and of links in its e-mails. */
const PREFIX = /^\/(?:mwlite(?:\/profile)?|comm)(?=\/)/u;
/** LinkedIn's own addresses are shorter. */
const MAX_LENGTH = 4_000;
/** A log-in page can wrap a redirector; LinkedIn never wraps an address more often than that. */
const MAX_WRAPS = 2;
/** LinkedIn's pages that carry another address: redirectors, and log-in pages that return to it. */
const WRAPPERS =
  /^\/(?:safety\/go|redir\/(?:redirect|suspicious-page)|start\/join|authwall|(?:uas\/)?login|signup|checkpoint)(?:\/.*)?$/u;
const WRAPPED_IN = ['url', 'sessionRedirect', 'session_redirect', 'redirect'];

/**
 * Parses a text with `route` if it is a LinkedIn address. Follows addresses inside redirector and log-in addresses by
 * reading their text, without a request. Pure; never throws.
 */
export function followAddress(address: string, route: Route, wraps = 0): Result<PersonAddress, IdentityRefusal> {
  const text = address.trim();
  const url = toUrl(text);
  if (url === null) return err('not-an-address');
  if (url.protocol !== 'https:' || !HOST.test(url.hostname) || !PLAIN.test(text)) return err('not-linkedin');
  if (WINDING.test(text)) return err('malformed');
  const wrapped = wrappedAddress(url);
  if (wrapped === null || wraps >= MAX_WRAPS) {
    return route(
      url.pathname
        .replaceAll(/\/{2,}/gu, '/')
        .replaceAll(/%2c/giu, ',')
        .replace(PREFIX, ''),
      url,
    );
  }
  const inner = followAddress(wrapped, route, wraps + 1);
  return inner.ok || inner.error === 'self' ? inner : err('not-a-person');
}

function toUrl(text: string): URL | null {
  if (text === '' || text.length > MAX_LENGTH || /[\u0000-\u0020\u007f]/u.test(text)) return null;
  return parseUrl(/^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`);
}

/** An absolute URL, or null (`URL.parse` needs a newer Node.js than the command that reads saved pages). */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The address inside a wrapping address, decoded once; null when there is none. */
function wrappedAddress({ pathname, searchParams }: URL): string | null {
  if (!WRAPPERS.test(pathname)) return null;
  const inner = WRAPPED_IN.map((name) => searchParams.get(name)).find((value) => value !== null) ?? null;
  return inner?.startsWith('/') === true && !inner.startsWith('//') ? `https://www.linkedin.com${inner}` : inner;
}
