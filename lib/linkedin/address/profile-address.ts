import { err, ok } from '@/lib/domain/result';
import { followAddress, type Route } from './follow-address';
import { asMemberId, asSalesId, asSlug } from './ids';

const PROFILE = /^\/in\/([^/]+)(\/.*)?$/iu;
/** Ids that lost a character or their case: such links lead nowhere, and no slug looks like this. */
const BROKEN_ID = /^A(?:C[ow]|EM)AA|^a(?:c[ow]|em)aa[\w-]{34}$/u;

/** Links from programs that lost the slug, or the question mark before the parameters. */
const BROKEN_LINK = /^(?:null|undefined)$|&/u;

/**
 * What LinkedIn has below a profile: a language, then its own sub-pages, today's and older ones. Anything else shows that
 * the link was joined from two, and either may be the one that was meant.
 */
const BELOW =
  /^(?:\/[a-z]{2}(?:[-_][a-z]{2,4})?)?(?:\/(?:overlay|details?|recent-activity|edit|add-edit|opportunities)(?:\/.*)?)?\/?$/iu;

/** A profile or a page below it, such as an overlay or a list of details (docs/linkedin-pages.md#page-kinds). */
export const profileRoute: Route = (path) => {
  const [, segment, below = ''] = PROFILE.exec(path) ?? [];
  if (segment === undefined) return err('not-a-person');
  const kind = below.startsWith('/overlay/') ? 'overlay' : isDetail(below) ? 'detail' : 'profile';
  const [memberId, salesId] = [asMemberId(segment), asSalesId(segment)];
  const hasId = memberId !== null || salesId !== null;
  if (hasId && BELOW.test(below)) return ok({ kind, identity: { slug: null, memberId, salesId } });
  const slug = asSlug(segment);
  if (slug === 'me' || slug === 'edit') return err('self');
  const isBroken =
    hasId || slug === null || [segment, slug].some((text) => BROKEN_ID.test(text)) || BROKEN_LINK.test(slug);
  if (isBroken || !BELOW.test(below)) return err('malformed');
  // LinkedIn redirects to `/in/unavailable` when a profile is gone.
  return slug === 'unavailable' ? err('not-a-person') : ok({ kind, identity: { slug, memberId: null, salesId: null } });
};

function isDetail(below: string): boolean {
  return /\/(?:details|recent-activity)(?:\/|$)/u.test(below);
}

/** Like `parseAddress`, for profiles only: less code for the profile reader. */
export function parseProfileAddress(address: string): ReturnType<Route> {
  return followAddress(address, profileRoute);
}
