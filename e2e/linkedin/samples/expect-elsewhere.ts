import { portrait } from '../pages/markup';
import type { Person } from './cast/person';
import { inferred, proven } from './expect';
import { salesIdOf } from './ids';
import type { ExpectedIdentity, ExpectedPerson, ExpectedReading } from './sample';

type Fields = ExpectedReading['fields'];
type Say = typeof proven;

const EXPECTED = ['name', 'headline', 'position', 'company', 'location'] as const;

export function bySalesId({ memberNumber }: Person): ExpectedIdentity {
  return { slug: null, memberId: null, salesId: salesIdOf(memberNumber) };
}

export function byMemberId({ memberId }: Person): ExpectedIdentity {
  return { slug: null, memberId, salesId: null };
}

/** The fields of a complete lead page: proven if its card has the lead's id, else inferred. */
export function leadFields(person: Person, certainty: 'proven' | 'inferred'): Fields {
  const say: Say = certainty === 'proven' ? proven : inferred;
  const { name, headline, position, company, location, about, slug } = person;
  const values = { name, headline, position, company, location, about, avatar: portrait(slug) };
  const said = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, say(value, 'attribute')]));
  return { ...said, about: inferred(about, 'attribute') };
}

export function salesLead(identity: ExpectedIdentity, fields: Fields): ExpectedReading {
  return settled('sales-lead', 'sales', identity, fields);
}

export function recruiter(identity: ExpectedIdentity, fields: Fields): ExpectedReading {
  return settled('recruiter', 'recruiter', identity, fields);
}

/** The reading of a conversation: identity and name only. */
export function thread(identity: ExpectedIdentity, fields: Fields): ExpectedReading {
  return { ...settled('thread', 'unknown', identity, fields), missing: [] };
}

/** The reading of a conversation without exactly one other person. */
export const unsettledThread: ExpectedReading = {
  kind: 'unsettled',
  generation: 'unknown',
  identity: null,
  fields: {},
  missing: EXPECTED,
  unexpectedLayout: [],
  people: [],
};

export function manyPeople(people: readonly ExpectedPerson[]): ExpectedReading {
  return {
    kind: 'people',
    generation: 'unknown',
    identity: null,
    fields: {},
    missing: [],
    unexpectedLayout: [],
    people,
  };
}

function settled(
  kind: ExpectedReading['kind'],
  generation: ExpectedReading['generation'],
  identity: ExpectedIdentity,
  fields: Fields,
): ExpectedReading {
  const missing = EXPECTED.filter((name) => fields[name] === undefined);
  return { kind, generation, identity, fields, missing, unexpectedLayout: [], people: [] };
}
