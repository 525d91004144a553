import { err, ok } from '@/lib/domain/result';
import { followAddress, type AddressKind, type Route } from './follow-address';
import { asMemberId, asRecruiterId, asSalesId } from './ids';
import { profileRoute } from './profile-address';

const SALES = /^(?:\/sales)?\/(?:lead|people)\/([^/,]+)(?:,[^/]*)?\/?$/u;
const RECRUITER = /^\/talent\/(?:.*\/)?profile\/([^/,]+)/u;
const COMPOSE = /^\/messaging\/(?:compose|thread\/new)\/?$/u;
const THREAD = /^\/(?:messaging\/thread|sales\/inbox|talent\/inbox(?:\/.+)?)\/[^/]+\/?$/u;
const MANY =
  /^\/(?:search\/results\/(?:people|all)|mynetwork\/invite-connect\/connections|(?:company|school|showcase)\/[^/]+\/people|sales\/(?:search\/people|lists\/people(?:\/[^/]+)?)|talent\/(?:search|hire\/[^/]+\/(?:discover|manage)).*)\/?$/u;

/** Whom an address names and what kind of address it is (linkedin/pages.md 1). Pure; never throws. */
export function parseAddress(address: string): ReturnType<Route> {
  return followAddress(address, anyRoute);
}

const anyRoute: Route = (path, url) => {
  const profile = profileRoute(path, url);
  if (profile.ok || profile.error !== 'not-a-person') return profile;
  const lead = SALES.exec(path)?.[1];
  if (lead !== undefined) return byId('sales-lead', lead);
  const candidate = RECRUITER.exec(path)?.[1];
  if (candidate !== undefined) return byId('recruiter', candidate);
  if (COMPOSE.test(path)) return recipient(url);
  return err(THREAD.test(path) ? 'thread' : MANY.test(path) ? 'many' : 'not-a-person');
};

/** A lead or candidate by whichever of LinkedIn's ids stands in the address; its form tells which it is. */
function byId(kind: AddressKind, id: string): ReturnType<Route> {
  const [memberId, salesId, recruiterId] = [asMemberId(id), asSalesId(id), asRecruiterId(id)];
  if (recruiterId !== null) return ok({ kind, identity: { slug: null, memberId: null, salesId: null, recruiterId } });
  const isKnown = memberId !== null || salesId !== null;
  return isKnown ? ok({ kind, identity: { slug: null, memberId, salesId } }) : err('malformed');
}

/** A link that begins a message names whom it goes to; without a name it is a conversation like any other. */
function recipient({ searchParams }: URL): ReturnType<Route> {
  const named = searchParams.get('recipient') ?? searchParams.get('profileUrn')?.split(':').at(-1);
  return named === undefined ? err('thread') : byId('compose', named);
}
