import { describe, expect, it } from 'vitest';
import type { FieldName, PageKind } from '@/lib/domain/reading';
import type { PageReading } from '@/lib/ui/profile/use-reading';
import { layoutWords } from './page-layout';

const read = (kind: PageKind, drift: FieldName[]): PageReading => ({
  state: 'read',
  reading: { kind, generation: 'current', identity: null, fields: {}, missing: drift, drift, people: [] },
});

describe('the drift alarm', () => {
  it.each<[string, PageReading, string]>([
    [
      'one field',
      read('profile', ['headline']),
      'LinkedIn changed; the headline could not be read. Adding still works.',
    ],
    [
      'several fields',
      read('sales-lead', ['name', 'headline', 'location']),
      'LinkedIn changed; the name, the headline, and the location could not be read. Adding still works.',
    ],
    [
      'a whole page',
      { state: 'failed', error: { code: 'page-unreadable' }, reading: null },
      'LinkedIn may have changed; this page could not be read. Adding still works.',
    ],
  ])('names %s', (_, page, words) => {
    expect(layoutWords(page)).toBe(words);
  });

  it.each<[string, PageReading]>([
    ['all is read', read('profile', [])],
    ['the page is not the person’s own', read('thread', ['name'])],
    ['LinkedIn hides the page', read('walled', [])],
    ['the page is still being read', { state: 'reading' }],
    ['LinkedIn still loads the person', { state: 'unsettled' }],
    ['the page moved on', { state: 'failed', error: { code: 'person-changed' }, reading: null }],
  ])('is silent while %s', (_, page) => {
    expect(layoutWords(page)).toBeNull();
  });
});
