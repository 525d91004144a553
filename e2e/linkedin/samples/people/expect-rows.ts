import type { Person } from '../cast/person';
import { bySlug, identityOf, inferred, proven } from '../expect';
import { bySalesId } from '../expect-elsewhere';
import type { ExpectedPerson } from '../sample';

const name = ({ name: words }: Person) => ({ name: proven(words, 'link') });

/** A row of classic people search, whose key and link agree on the member. */
export function classicRow(person: Person): ExpectedPerson {
  const { headline, location } = person;
  return {
    identity: identityOf(person),
    fields: { ...name(person), headline: proven(headline, 'structure'), location: proven(location, 'structure') },
  };
}

/** A row with only a link, a name and a headline. */
export function plainRow(person: Person): ExpectedPerson {
  return { identity: bySlug(person), fields: { ...name(person), headline: proven(person.headline, 'structure') } };
}

/** A row of the current generation's search. Only its position shows that the second line is a place. */
export function currentRow(person: Person): ExpectedPerson {
  const { headline, location } = person;
  return {
    identity: identityOf(person),
    fields: { ...name(person), headline: proven(headline, 'structure'), location: inferred(location, 'structure') },
  };
}

/** A row of Sales Navigator. `no-job`: neither position nor company. */
export function salesRow(person: Person, company: 'proven' | 'inferred' | 'none' | 'no-job'): ExpectedPerson {
  const said = company === 'proven' ? proven(person.company, 'attribute') : inferred(person.company, 'structure');
  return {
    identity: bySalesId(person),
    fields: {
      ...name(person),
      ...(company === 'no-job' ? {} : { position: proven(person.position, 'attribute') }),
      ...(company === 'none' || company === 'no-job' ? {} : { company: said }),
      location: proven(person.location, 'attribute'),
    },
  };
}
