import { ana, cast, jonas, li, teo } from '../../support/cast';
import * as latin from './cast/latin';
import * as scripts from './cast/scripts';
import type { Person } from './cast/person';

/** Everyone who may be a page's owner, all invented. */
export const people: readonly Person[] = [...cast, ...Object.values(latin), ...Object.values(scripts)];

/** Those who stand beside, below and behind a owner: no reading of anybody else may contain their words. */
export const otherPeople: readonly Person[] = [ana, li, jonas, latin.ola, latin.bea];

/** Who looks at all the sample pages but their own. */
export const viewer: Person = teo;

/** A person's words that no reading of another may contain. */
export function wordsOf({ name, headline, slug, memberId, about }: Person): readonly string[] {
  return [name, headline, slug, memberId, about];
}
