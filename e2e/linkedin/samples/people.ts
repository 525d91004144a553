import { ana, cast, jonas, li, teo } from '../../support/cast';
import * as latin from './cast/latin';
import * as scripts from './cast/scripts';
import type { Person } from './cast/person';

/** Every invented person who can own a sample page. */
export const people: readonly Person[] = [...cast, ...Object.values(latin), ...Object.values(scripts)];

/** Other people on the sample pages. A reading of the owner may not contain their texts. */
export const otherPeople: readonly Person[] = [ana, li, jonas, latin.ola, latin.bea];

/** The signed-in viewer of every sample page except their own. */
export const viewer: Person = teo;

/** Texts of a person that no reading of another person may contain. */
export function wordsOf({ name, headline, slug, memberId, about }: Person): readonly string[] {
  return [name, headline, slug, memberId, about];
}
