import { describe, expect, it } from 'vitest';
import type { Reading } from '@/lib/domain/reading';
import { personFields } from './person-fields';
import { personLines } from './person-lines';

const proven = (value: string) => ({ value, evidence: 'heading', certainty: 'proven' }) as const;
const reading: Reading = {
  kind: 'profile',
  generation: 'classic',
  identity: null,
  fields: {
    headline: proven('Head of Procurement, building fair supply chains'),
    company: proven('Nordlys Energy'),
    position: proven('Head of Procurement'),
  },
  missing: [],
  drift: [],
  people: [],
};

describe('the lines under a name', () => {
  it('do not repeat a position that the headline says', () => {
    const { meta } = personLines(personFields(reading, null, {}));
    expect(meta.map((field) => field.value)).toEqual(['Nordlys Energy']);
  });

  it('name the position when the headline says something else', () => {
    const fields = personFields(reading, null, { headline: { value: 'Fair supply chains' } });
    expect(personLines(fields).meta.map((field) => field.name)).toEqual(['position', 'company']);
  });
});
