import { describe, expect, it } from 'vitest';
import type { PageReading } from '@/lib/ui/use-reading';
import { personFields, type FieldSource, type PersonField } from './person-fields';
import { personOrigin } from './person-origin';

const nothing = personFields(null, null, {});
const known = (source: FieldSource): readonly PersonField[] => [{ name: 'name', value: 'Mira', source, send: false }];
const read: PageReading = {
  state: 'read',
  reading: {
    kind: 'walled',
    generation: 'unknown',
    identity: null,
    fields: {},
    missing: ['name'],
    drift: [],
    people: [],
  },
};

describe('where a person’s details come from', () => {
  it.each<[string, PageReading | null, readonly PersonField[], ReturnType<typeof personOrigin>]>([
    ['being read', { state: 'reading' }, known('getsales'), 'reading'],
    ['this page', read, known('page'), 'page'],
    ['this page, as a suggestion', read, known('suggested'), 'page'],
    ['GetSales, when the page is walled', read, known('getsales'), 'getsales'],
    ['nowhere, when the page is walled and GetSales does not know', read, nothing, 'unreadable'],
    ['nowhere yet, while LinkedIn still shows somebody else', { state: 'unsettled' }, nothing, 'unsettled'],
    [
      'nowhere, when the browser refused the reader',
      { state: 'failed', error: { code: 'page-unreadable' } },
      nothing,
      'unreadable',
    ],
    ['GetSales later on, for a pasted link', null, nothing, 'will-fill'],
  ])('is %s', (_, page, fields, origin) => {
    expect(personOrigin(page, fields)).toBe(origin);
  });
});
