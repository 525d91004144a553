import type { CastMember } from '../../support/cast';
import { en } from '../samples/languages/germanic';
import type { Language } from '../samples/languages/language';

/** One role as its card shows it. */
export interface Role {
  readonly position: string;
  readonly dates: string;
  /** The line between position and dates of a role in a group: the kind of employment. */
  readonly employment?: string;
  readonly place?: string;
  readonly description?: string;
  /** A thumbnail's title and the skills line, which are no position. */
  readonly media?: string;
  readonly skills?: string;
}

/** Roles at one company: alone, its second line as shown (`Nordlys Energy · Full-time`), or grouped under the company. */
export type Entry =
  | { readonly line: string | null; readonly role: Role }
  | { readonly group: string; readonly total: string; readonly roles: readonly Role[] };

/** The content of a profile, for every generation. `null` leaves a part out. */
export interface Profile {
  readonly profileOwner: CastMember;
  readonly viewer: CastMember;
  readonly others: readonly CastMember[];
  readonly language: Language;
  /** As the page writes it. */
  readonly name: string;
  readonly headline: string | null;
  readonly company: string | null;
  readonly school: string | null;
  readonly location: string | null;
  readonly pronouns: string | null;
  readonly about: string | null;
  readonly experience: readonly Entry[] | null;
  /** Number of posts by others at the end of the page; hundreds after much scrolling. */
  readonly posts: number;
}

export const SCHOOL = 'Northport Institute';

/** A complete profile: a current job that agrees with the badge, and a past one. */
export function fullProfile(
  profileOwner: CastMember,
  viewer: CastMember,
  others: readonly CastMember[],
  language: Language = en,
): Profile {
  return {
    profileOwner,
    viewer,
    others,
    language,
    name: profileOwner.name,
    headline: profileOwner.headline,
    company: profileOwner.company,
    school: SCHOOL,
    location: profileOwner.location,
    pronouns: 'She/Her',
    about: profileOwner.about,
    experience: [currentJob(profileOwner, language), pastJob(language)],
    posts: 12,
  };
}

export function currentJob(profileOwner: CastMember, language: Language = en): Entry {
  const role = {
    position: profileOwner.position,
    dates: language.ongoing,
    place: profileOwner.location,
    media: 'Onboarding kit',
    skills: 'Negotiation, Category Management and +4 skills',
  };
  return { line: `${profileOwner.company} · ${language.fullTime}`, role };
}

export function pastJob(language: Language = en): Entry {
  return { line: 'Old Harbour', role: { position: 'Associate', dates: language.ended } };
}
