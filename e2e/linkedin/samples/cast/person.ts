import type { CastMember } from '../../../support/cast';
import { memberIdOf, salesIdOf } from '../ids';

/**
 * Everyone on the sample pages, all invented. `firstName` and `lastName` are what LinkedIn's own data would hold; `name` is
 * what the page shows.
 */
export type Person = CastMember;

interface Row {
  readonly slug: string;
  readonly number: number;
  /** First and last name as LinkedIn's data keeps them. */
  readonly names: readonly [string, string];
  /** The name as the page shows it, where that is not just first and last name. */
  readonly shown?: string;
  readonly work: readonly [position: string, company: string];
  readonly headline?: string;
  readonly location: string;
  readonly about: string;
}

/** Creates a person of the cast, whose ids all hold the same member number. */
export function person({ slug, number, names, shown, work, headline, location, about }: Row): Person {
  const [firstName, lastName] = names;
  const [position, company] = work;
  return {
    name: shown ?? `${firstName} ${lastName}`.trim(),
    firstName,
    lastName,
    slug,
    memberNumber: number,
    memberId: memberIdOf(number),
    salesId: salesIdOf(number),
    headline: headline ?? `${position}, ${company}`,
    position,
    company,
    location,
    about,
  };
}
