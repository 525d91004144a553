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
  reading: { kind, generation: 'unknown', identity: null, fields: {}, missing: [], unexpectedLayout: [], people: [] },
});
const walled = read('walled');

describe('the origin of a person’s details', () => {
  it.each<[string, PageReading | null, readonly PersonField[], ReturnType<typeof personOrigin>]>([
    ['being read', { state: 'reading' }, known('getsales'), 'reading'],
    ['this page', read('profile'), known('page'), 'page'],
    ['this page, as a suggestion', read('recruiter'), known('suggested'), 'page'],
    ['a conversation', read('thread'), known('page'), 'thread'],
    ['a list of people', read('people'), known('page'), 'list'],
    ['GetSales, when the page is walled', walled, known('getsales'), 'getsales'],
    ['LinkedIn’s login wall, when GetSales has none', walled, nothing, 'walled'],
    ['the main profile page, from a detail page', read('profile-detail'), nothing, 'detail'],
    ['GetSales later, for a conversation that only names the person', read('thread'), nothing, 'will-fill'],
    ['nowhere, when a profile shows none', read('profile'), nothing, 'unreadable'],
    ['not known yet, while LinkedIn still shows another person', { state: 'unsettled' }, nothing, 'unsettled'],
    [
      'nowhere, when the browser refused the reader',
      { state: 'failed', error: { code: 'page-unreadable' }, reading: null },
      nothing,
      'unreadable',
    ],
    ['GetSales later, for a pasted link', null, nothing, 'will-fill'],
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
  unexpectedLayout: [],
  people: [],
};

describe('the lines below a name', () => {
  it('do not repeat a position from the headline', () => {
    const { meta } = personLines(personFields(reading, null, {}));
    expect(meta.map((field) => field.value)).toEqual(['Nordlys Energy']);
  });

  it('include the position when the headline does not', () => {
    const fields = personFields(reading, null, { headline: { value: 'Fair supply chains' } });
    expect(personLines(fields).meta.map((field) => field.name)).toEqual(['position', 'company']);
  });
});
