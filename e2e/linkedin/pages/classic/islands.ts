import type { CastMember } from '../../../support/cast';
import { h, type Tree } from '../tree';

/**
 * The embedded data of a classic page: what the page asked LinkedIn for, and the answers. Islands of the viewer and of people
 * shown earlier are among them (docs/linkedin-pages.md#embedded-json), and some are not JSON.
 */
export function island(number: number, request: string, included: readonly object[]): readonly Tree[] {
  const body = `bpr-guid-${number}`;
  return [
    h('code', { style: 'display: none', id: body }, JSON.stringify({ data: {}, included })),
    h('code', { style: 'display: none', id: `datalet-${body}` }, JSON.stringify({ request, status: 200, body })),
  ];
}

export function brokenIsland(number: number): Tree {
  return h('code', { style: 'display: none', id: `bpr-guid-${number}` }, '{"data":{},"included":[{"firstName":');
}

/** A member as LinkedIn's data has them. */
export function record(person: CastMember): object {
  return {
    $type: 'com.linkedin.voyager.dash.identity.profile.Profile',
    entityUrn: `urn:li:fsd_profile:${person.memberId}`,
    objectUrn: `urn:li:member:${person.memberNumber}`,
    publicIdentifier: person.slug,
    firstName: person.firstName,
    lastName: person.lastName,
    headline: person.headline,
    geoLocation: { geoUrn: 'urn:li:fsd_geo:100506914' },
  };
}

/** The viewer's own small record, whose urn a real page repeats up to hundreds of times. */
export function meRecord(viewer: CastMember): object {
  return {
    $type: 'com.linkedin.voyager.identity.shared.MiniProfile',
    entityUrn: `urn:li:fs_miniProfile:${viewer.memberId}`,
    dashEntityUrn: `urn:li:fsd_profile:${viewer.memberId}`,
    objectUrn: `urn:li:member:${viewer.memberNumber}`,
    publicIdentifier: viewer.slug,
    firstName: viewer.firstName,
    lastName: viewer.lastName,
    occupation: viewer.headline,
  };
}

/** A position that has a name like a person, but is no member. */
export function lookAlike(person: CastMember): object {
  return {
    $type: 'com.linkedin.voyager.dash.identity.profile.Position',
    entityUrn: `urn:li:fsd_profilePosition:(${person.memberId},1)`,
    firstName: person.firstName,
    lastName: person.lastName,
    title: person.position,
    companyName: person.company,
  };
}
