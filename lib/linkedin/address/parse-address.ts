import type { LinkedInIdentity } from '@/lib/domain/identity';
import { err, ok, type Result } from '@/lib/domain/result';
import { followAddress, type AddressKind, type IdentityRefusal, type Route } from './follow-address';
import { asMemberId, asRecruiterId, asSalesId } from './ids';
import { profileRoute } from './profile-address';

export type { IdentityRefusal } from './follow-address';

const SALES = /^(?:\/sales)?\/(?:lead|people)\/([^/,]+)(?:,[^/]*)?\/?$/u;
/** Old Recruiter addresses count only with an `AEMAA…` id: no other page knows their numbers. */
const RECRUITER = /^\/(?:talent\/(?:.*\/)?profile\/|recruiter\/(?:.*\/)?(?=AEMAA))([^/,]+)/u;
const COMPOSE = /^\/messaging\/(?:compose|thread\/new)\/?$/u;
const THREAD = /^\/(?:messaging\/thread\/(?!new\/?$)|sales\/inbox\/|talent\/inbox\/(?:.+\/)?)[^/]+\/?$/u;
const MANY =
  /^\/(?:search\/results\/(?:people|all)|mynetwork\/invite-connect\/connections|(?:company|school|showcase)\/[^/]+\/people|sales\/(?:search\/people|lists\/people(?:\/[^/]+)?)|talent\/(?:search|hire\/[^/]+\/(?:discover|manage))(?!.*\/profile\/).*)\/?$/u;

/** Every form of LinkedIn address about people. At most one route accepts an address. */
export const ROUTES: readonly Route[] = [
  profileRoute,
  (path) => byId('sales-lead', SALES.exec(path)?.[1]),
  (path) => byId('recruiter', RECRUITER.exec(path)?.[1]),
  (path, url) => (COMPOSE.test(path) ? recipient(url) : err('not-a-person')),
  (path) => refuse('thread', THREAD.test(path)),
  (path) => refuse('many', MANY.test(path)),
];

/** The person in an address and the kind of address (docs/linkedin-pages.md#page-kinds). Pure; never throws. */
export function parseAddress(address: string): ReturnType<Route> {
  return followAddress(address, anyRoute);
}

/** The person in an address, or the reason why it gives none. Pure; never throws. */
export function parseIdentity(address: string): Result<LinkedInIdentity, IdentityRefusal> {
  const parsed = parseAddress(address);
  return parsed.ok ? ok(parsed.value.identity) : parsed;
}

/** The standard address of an identity. Parsing it gives the identity's strongest id again. */
export function canonicalUrl({ slug, memberId, salesId, recruiterId }: LinkedInIdentity): string {
  const id = slug ?? memberId;
  if (id !== null) return `https://www.linkedin.com/in/${encodeURIComponent(id)}/`;
  if (salesId !== null) return `https://www.linkedin.com/sales/lead/${salesId}`;
  return `https://www.linkedin.com/talent/profile/${recruiterId ?? ''}`;
}

/** The injected readers by their script's name, each for its own page kinds, so that a page gets no more code than it needs. */
export type Reader = ReaderOfAddress | ReaderOfPage;
type ReaderOfAddress = 'reader' | 'reader-detail' | 'reader-leads' | 'reader-people';
/** The readers of a profile that only the page itself shows to be of an older or a public generation. */
export type ReaderOfPage = 'reader-classic' | 'reader-public';

const READERS: Readonly<Partial<Record<AddressKind | IdentityRefusal, ReaderOfAddress>>> = {
  detail: 'reader-detail',
  'sales-lead': 'reader-leads',
  recruiter: 'reader-leads',
  thread: 'reader-people',
  many: 'reader-people',
};

/** The reader for the pages at this address. */
export function readerFor(href: string): ReaderOfAddress {
  const parsed = parseAddress(href);
  return READERS[parsed.ok ? parsed.value.kind : parsed.error] ?? 'reader';
}

const anyRoute: Route = (path, url) => {
  for (const route of ROUTES) {
    const found = route(path, url);
    if (found.ok || found.error !== 'not-a-person') return found;
  }
  return err('not-a-person');
};

/** A lead or candidate by the id in the address, whose prefix gives its kind. */
function byId(kind: AddressKind, id: string | undefined): ReturnType<Route> {
  if (id === undefined) return err('not-a-person');
  const [memberId, salesId, recruiterId] = [asMemberId(id), asSalesId(id), asRecruiterId(id)];
  if (recruiterId !== null) return ok({ kind, identity: { slug: null, memberId: null, salesId: null, recruiterId } });
  const isKnown = memberId !== null || salesId !== null;
  return isKnown ? ok({ kind, identity: { slug: null, memberId, salesId } }) : err('malformed');
}

/** A link that starts a message gives its recipient. With no recipient or several, it is treated as a conversation. */
function recipient({ searchParams }: URL): ReturnType<Route> {
  const named = ['recipient', 'profileUrn'].flatMap((name) => searchParams.getAll(name));
  const [id, ...others] = new Set(named.map((value) => value.slice(value.lastIndexOf(':') + 1)));
  return id === undefined || others.length > 0 ? err('thread') : byId('compose', id);
}

function refuse(why: IdentityRefusal, isSo: boolean): ReturnType<Route> {
  return err(isSo ? why : 'not-a-person');
}
