import { splitName } from '@/lib/domain/person-name';
import type { Reading } from '@/lib/domain/reading';
import { missingIn, type Fields } from '../evidence/fields';
import { isSelfEmployed } from './self-employed';

/** Kinds of page on which a company is expected. */
const WITH_COMPANY: ReadonlySet<Reading['kind']> = new Set(['profile', 'sales-lead', 'recruiter']);

/**
 * What a reading means, as far as it takes knowledge of words: "Self-employed" in a company's place is no company in any
 * language, and a full name suggests its parts where the page does not give them. Apart from the readers, which run in
 * the page and stay small.
 */
export function interpret(reading: Reading): Reading {
  const fields = interpreted(reading.fields);
  return {
    ...reading,
    fields: { ...fields, ...parts(fields) },
    missing: WITH_COMPANY.has(reading.kind) ? missingIn(fields) : reading.missing,
    people: reading.people.map((person) => ({ ...person, fields: interpreted(person.fields) })),
  };
}

function interpreted(fields: Fields): Fields {
  const { company, ...others } = fields;
  return company === undefined || isSelfEmployed(company.value) ? others : fields;
}

/** Parts of a proven name count as proven where the split is certain; otherwise they are a suggestion. */
function parts({ name, firstName, lastName }: Fields): Fields {
  if (name === undefined || firstName !== undefined || lastName !== undefined) return {};
  const split = splitName(name.value);
  if (split === null) return {};
  const certainty = split.certain ? name.certainty : 'inferred';
  return {
    firstName: { value: split.firstName, evidence: 'split', certainty },
    lastName: { value: split.lastName, evidence: 'split', certainty },
  };
}
