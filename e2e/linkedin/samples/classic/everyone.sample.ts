import { classic, classicPage } from '../../pages/classic';
import { fullProfile } from '../../pages/profile';
import { classicFields, identityOf, profile } from '../expect';
import { inAddress, othersThan, pageSample } from '../page-sample';
import { people, viewer } from '../people';
import type { Sample } from '../sample';

/** Everyone of the cast but the viewer: names of all kinds, first and last as LinkedIn's own data has them. */
export const samples: readonly Sample[] = people
  .filter((person) => person !== viewer)
  .map((person) =>
    pageSample({
      name: `classic/${person.name}`,
      url: inAddress(person),
      page: () => classicPage(classic(fullProfile(person, viewer, othersThan(person)))),
      expected: profile('classic', identityOf(person), classicFields(person)),
    }),
  );
