import type { LinkedInIdentity } from '@/lib/domain/identity';
import { err, type Result } from '@/lib/domain/result';
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

/** Reads one of LinkedIn's own addresses. `path` has single slashes, plain commas and no prefix. */
export type Route = (path: string, url: URL) => Result<PersonAddress, IdentityRefusal>;

const HOST = /^(?:(?:www|m|touch|[a-z]{2})\.)?linkedin\.com$/u;
/** Scheme and host in plain letters: no credentials, no port, nothing that a browser would fold into this host. */
const PLAIN = /^(?:\w+:\/\/)?[\w.]+(?::443)?(?:[/?#]|$)/u;
/** A path that leads elsewhere than it reads. */
const WINDING = /^[^?#]*(?:\\|\/(?:\.|%2e){1,2}(?:[/?#]|$))/iu;
/** What LinkedIn's mobile site and the links in its e-mails put before a path. */
const PREFIX = /^\/(?:mwlite(?:\/profile)?|comm)(?=\/)/u;
/** Longer addresses are not LinkedIn's. */
const MAX_LENGTH = 4_000;
/** A log-in page may stand before a redirector; nothing of LinkedIn's is wrapped more often. */
const MAX_WRAPS = 2;

/**
 * Takes a text for what `route` makes of it as one of LinkedIn's addresses. Links that LinkedIn's redirectors and log-in
 * pages carry are followed in the text, never on the network. Pure; never throws.
 */
export function followAddress(address: string, route: Route, wraps = 0): Result<PersonAddress, IdentityRefusal> {
  const text = address.trim();
  const url = toUrl(text);
  if (url === null) return err('not-an-address');
  if (url.protocol !== 'https:' || !HOST.test(url.hostname) || !PLAIN.test(text)) return err('not-linkedin');
  if (WINDING.test(text)) return err('malformed');
  const wrapped = unwrap(url);
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
