import { expect, it } from 'vitest';
import type { CurrentRole, Reading } from '@/lib/domain/reading';
import { interpret } from './interpret';

const NORDLYS = { position: 'Head of Procurement', company: 'Nordlys Energy' };
const KELP = { position: 'Board Member', company: 'Kelp & Co' };
const SEARCH = { position: 'Seeking new role', company: 'Looking for new opportunities' };
const LEAVE = { position: 'Parental leave', company: null };

const inferred = (value: string) => ({ value, evidence: 'structure', certainty: 'inferred' }) as const;

/** A profile's reading with these current roles, of which its reader chose the first. */
function withRoles({ position, company }: CurrentRole, otherRoles: CurrentRole[]): Reading {
  return {
    kind: 'profile',
    generation: 'current',
    identity: null,
    fields: {
      position: { ...inferred(position), otherRoles },
      ...(company !== null && { company: inferred(company) }),
    },
    missing: [],
    unexpectedLayout: [],
    people: [],
  };
}

it.each([
  ['the others are jobs', SEARCH, [NORDLYS, KELP], { ...inferred(NORDLYS.position), otherRoles: [KELP] }],
  ['one other is a job', SEARCH, [LEAVE, NORDLYS], inferred(NORDLYS.position)],
  ['it is only a title', LEAVE, [NORDLYS], inferred(NORDLYS.position)],
])('suggests another current role instead of an entry that is no job: %s', (_, chosen, others, position) => {
  expect(interpret(withRoles(chosen, others)).fields).toEqual({ position, company: inferred(NORDLYS.company) });
});

it('gives neither position nor company when no entry is a job', () => {
  const { fields, missing } = interpret(withRoles(SEARCH, [LEAVE]));
  expect(fields).toEqual({});
  expect(missing).toEqual(['name', 'headline', 'position', 'company', 'location']);
});

it('offers no entry that is no job for choice', () => {
  const { position } = interpret(withRoles(NORDLYS, [SEARCH, KELP])).fields;
  expect(position?.otherRoles).toEqual([KELP]);
});
