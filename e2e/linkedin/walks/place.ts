import { jonas, mira } from '../../support/cast';
import { namesake } from '../samples/cast/namesake';
import type { Person } from '../samples/cast/person';
import { inAddress } from '../samples/page-sample';
import { threadAddress } from '../samples/thread/thread-page';

/** A page that a tab can show, and the people on it: a conversation of two or more, a profile, a list. */
export interface Place {
  readonly kind: 'thread' | 'profile' | 'list';
  readonly url: string;
  readonly people: readonly Person[];
}

const thread = (...people: readonly Person[]): Place => ({ kind: 'thread', url: threadAddress(...people), people });
const profile = (profileOwner: Person): Place => ({
  kind: 'profile',
  url: inAddress(profileOwner),
  people: [profileOwner],
});
const list = (keywords: string, ...people: readonly Person[]): Place => ({
  kind: 'list',
  url: `https://www.linkedin.com/search/results/people/?keywords=${keywords}`,
  people,
});

/** Conversations first: most steps lead from one to another. */
export const PLACES: readonly Place[] = [
  thread(mira),
  thread(jonas),
  thread(namesake),
  thread(mira, jonas),
  profile(mira),
  profile(jonas),
  list('procurement', mira, namesake),
  list('sales', jonas, mira),
];
