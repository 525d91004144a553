import { err, ok } from '@/lib/domain/result';
import { followAddress, type AddressKind, type IdentityRefusal, type Route } from './follow-address';
import { asMemberId, asRecruiterId, asSalesId } from './ids';
import { profileRoute } from './profile-address';

const SALES = /^(?:\/sales)?\/(?:lead|people)\/([^/,]+)(?:,[^/]*)?\/?$/u;
/** Of old Recruiter's addresses those with an id: its numbers name nobody whom another page knows. */
const RECRUITER = /^\/(?:talent\/(?:.*\/)?profile\/|recruiter\/(?:.*\/)?(?=AEMAA))([^/,]+)/u;
const COMPOSE = /^\/messaging\/(?:compose|thread\/new)\/?$/u;
const THREAD = /^\/(?:messaging\/thread\/(?!new\/?$)|sales\/inbox\/|talent\/inbox\/(?:.+\/)?)[^/]+\/?$/u;
const MANY =
  /^\/(?:search\/results\/(?:people|all)|mynetwork\/invite-connect\/connections|(?:company|school|showcase)\/[^/]+\/people|sales\/(?:search\/people|lists\/people(?:\/[^/]+)?)|talent\/(?:search|hire\/[^/]+\/(?:discover|manage))(?!.*\/profile\/).*)\/?$/u;

/** The kinds of LinkedIn's addresses that have to do with people. No address is known to two of them. */
export const ROUTES: readonly Route[] = [
  profileRoute,
  (path) => byId('sales-lead', SALES.exec(path)?.[1]),
  (path) => byId('recruiter', RECRUITER.exec(path)?.[1]),
  (path, url) => (COMPOSE.test(path) ? recipient(url) : err('not-a-person')),
  (path) => refuse('thread', THREAD.test(path)),
  (path) => refuse('many', MANY.test(path)),
];

/** Whom an address names and what kind of address it is (docs/linkedin-pages.md#page-kinds). Pure; never throws. */
export function parseAddress(address: string): ReturnType<Route> {
  return followAddress(address, anyRoute);
}

const anyRoute: Route = (path, url) => {
  for (const route of ROUTES) {
    const found = route(path, url);
    if (found.ok || found.error !== 'not-a-person') return found;
  }
  return err('not-a-person');
};

/** A lead or candidate by whichever of LinkedIn's ids stands in the address; its form tells which it is. */
function byId(kind: AddressKind, id: string | undefined): ReturnType<Route> {
  if (id === undefined) return err('not-a-person');
  const [memberId, salesId, recruiterId] = [asMemberId(id), asSalesId(id), asRecruiterId(id)];
  if (recruiterId !== null) return ok({ kind, identity: { slug: null, memberId: null, salesId: null, recruiterId } });
  const isKnown = memberId !== null || salesId !== null;
  return isKnown ? ok({ kind, identity: { slug: null, memberId, salesId } }) : err('malformed');
}

/** A link that begins a message names whom it goes to; naming nobody or several, it is a conversation like any other. */
function recipient({ searchParams }: URL): ReturnType<Route> {
  const named = ['recipient', 'profileUrn'].flatMap((name) => searchParams.getAll(name));
  const [id, ...others] = new Set(named.map((value) => value.slice(value.lastIndexOf(':') + 1)));
  return id === undefined || others.length > 0 ? err('thread') : byId('compose', id);
}

function refuse(why: IdentityRefusal, isSo: boolean): ReturnType<Route> {
  return err(isSo ? why : 'not-a-person');
}
