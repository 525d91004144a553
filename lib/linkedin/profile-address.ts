import { err, ok } from '@/lib/domain/result';
import { followAddress, type Route } from './follow-address';
import { asMemberId, asSlug } from './ids';

const PROFILE = /^(?:\/mwlite|\/comm)?(?:\/profile)?\/in\/([^/]+)(\/.*)?$/u;

/** A profile, in any of its forms and with whatever stands below it (linkedin/pages.md 1). */
export const profileRoute: Route = (path) => {
  const [, segment, below = ''] = PROFILE.exec(path) ?? [];
  if (segment === undefined) return err('not-a-person');
  const kind = below.startsWith('/overlay/') ? 'overlay' : isDetail(below) ? 'detail' : 'profile';
  const memberId = asMemberId(segment);
  if (memberId !== null) return ok({ kind, identity: { slug: null, memberId, salesId: null } });
  const slug = asSlug(segment);
  if (slug === null) return err('malformed');
  return slug === 'me' ? err('self') : ok({ kind, identity: { slug, memberId: null, salesId: null } });
};

function isDetail(below: string): boolean {
  return /\/(?:details|recent-activity)(?:\/|$)/u.test(below);
}

/** As `parseAddress`, for what the reader of profiles needs to know. */
export function parseProfileAddress(address: string): ReturnType<Route> {
  return followAddress(address, profileRoute);
}
