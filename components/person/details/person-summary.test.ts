import { describe, expect, it } from 'vitest';
import type { PageKind, Reading } from '@/lib/domain/reading';
import type { PageReading } from '@/lib/ui/profile/use-reading';
import { type FieldSource, type PersonField, personFields } from './person-fields';
import { personLines, personOrigin } from './person-summary';

const nothing = personFields(null, null, {});
const known = (source: FieldSource): readonly PersonField[] => [
  { name: 'name', value: 'Mira', source, send: false, problem: null },
];
const read = (kind: PageKind): PageReading => ({
  state: 'read',
  reading: { kind, generation: 'unknown', identity: null, fields: {}, missing: [], drift: [], people: [] },
});
const walled = read('walled');

describe('where a person’s details come from', () => {
  it.each<[string, PageReading | null, readonly PersonField[], ReturnType<typeof personOrigin>]>([
    ['being read', { state: 'reading' }, known('getsales'), 'reading'],
    ['this page', read('profile'), known('page'), 'page'],
    ['this page, as a suggestion', read('recruiter'), known('suggested'), 'page'],
    ['a conversation', read('thread'), known('page'), 'thread'],
    ['a list of people', read('people'), known('page'), 'list'],
    ['GetSales, when the page is walled', walled, known('getsales'), 'getsales'],
    ['behind LinkedIn’s wall, when GetSales does not know', walled, nothing, 'walled'],
    ['on the profile itself, from a page below it', read('profile-detail'), nothing, 'detail'],
    ['GetSales later on, where a conversation says no more than who', read('thread'), nothing, 'will-fill'],
    ['nowhere, when a profile shows none', read('profile'), nothing, 'unreadable'],
    ['nowhere yet, while LinkedIn still shows somebody else', { state: 'unsettled' }, nothing, 'unsettled'],
    [
      'nowhere, when the browser refused the reader',
      { state: 'failed', error: { code: 'page-unreadable' }, reading: null },
      nothing,
      'unreadable',
    ],
    ['GetSales later on, for a pasted link', null, nothing, 'will-fill'],
  ])('is %s', (_, page, fields, origin) => {
    expect(personOrigin(page, fields)).toBe(origin);
  });
});

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
