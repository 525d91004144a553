import { classic, classicPage } from '../../pages/classic';
import { fullProfile } from '../../pages/profile';
import { classicFields, identityOf, profile } from '../expect';
import { inAddress, othersThan, pageSample } from '../page-sample';
import { people, viewer } from '../people';
import type { Sample } from '../sample';

/** Everyone in the cast except the viewer: names of all kinds, with first and last name from LinkedIn's own data. */
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
