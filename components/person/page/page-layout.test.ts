import { describe, expect, it } from 'vitest';
import type { FieldName, PageKind } from '@/lib/domain/reading';
import type { PageReading } from '@/lib/ui/profile/use-reading';
import { layoutWords } from './page-layout';

const read = (kind: PageKind, unexpected: FieldName[]): PageReading => ({
  state: 'read',
  reading: {
    kind,
    generation: 'current',
    identity: null,
    fields: {},
    missing: unexpected,
    unexpectedLayout: unexpected,
    people: [],
  },
});

describe('the warning about an unexpected layout', () => {
  it.each<[string, PageReading, string]>([
    [
      'one field',
      read('profile', ['headline']),
      'LinkedIn changed its page, so we couldn’t read the headline. You can still add.',
    ],
    [
      'several fields',
      read('sales-lead', ['name', 'headline', 'location']),
      'LinkedIn changed its page, so we couldn’t read the name, the headline and the location. You can still add.',
    ],
    [
      'a whole page',
      { state: 'failed', error: { code: 'page-unreadable' }, reading: null },
      'We couldn’t read this page; LinkedIn may have changed it. You can still add.',
    ],
  ])('names %s', (_, page, words) => {
    expect(layoutWords(page)).toBe(words);
  });

  it.each<[string, PageReading]>([
    ['all fields are read', read('profile', [])],
    ['the page is not a profile page', read('thread', ['name'])],
    ['LinkedIn hides the page', read('walled', [])],
    ['the page is still being read', { state: 'reading' }],
    ['LinkedIn is still loading the person', { state: 'unsettled' }],
    ['the page changed', { state: 'failed', error: { code: 'person-changed' }, reading: null }],
  ])('is silent while %s', (_, page) => {
    expect(layoutWords(page)).toBeNull();
  });
});
