import { describe, expect, it } from 'vitest';
import type { PageKind } from '@/lib/domain/reading';
import type { PageReading } from '@/lib/ui/profile/use-reading';
import { earlierAdds, pageFact, contactStatusFact } from './auto-add-facts';

const read = (kind: PageKind): PageReading => ({
  state: 'read',
  reading: { kind, generation: 'unknown', identity: null, fields: {}, missing: [], unexpectedLayout: [], people: [] },
});
const asOf = '2026-11-23T10:00:00.000Z';

describe('the facts for adding automatically', () => {
  it.each<[string, PageReading, ReturnType<typeof pageFact>]>([
    ['a profile has settled', read('profile'), 'settled'],
    ['a Sales Navigator lead has settled', read('sales-lead'), 'settled'],
    ['a Recruiter profile has settled', read('recruiter'), 'settled'],
    ['a conversation is not a profile page', read('thread'), 'not-settled'],
    ['a detail page proves no person', read('profile-detail'), 'not-settled'],
    ['a login wall proves no person', read('walled'), 'not-settled'],
    [
      'an unreadable page proves no person',
      { state: 'failed', error: { code: 'page-unreadable' }, reading: null },
      'not-settled',
    ],
    ['a page that still shows another person is waited for', { state: 'unsettled' }, 'asking'],
    ['a page that is being read is waited for', { state: 'reading' }, 'asking'],
  ])('%s', (_, page, fact) => {
    expect(pageFact(page)).toBe(fact);
  });

  it('never treat a failed lookup as absent, even with an older answer', () => {
    expect(contactStatusFact(null, { code: 'offline' })).toBe('failed');
    expect(contactStatusFact({ kind: 'absent', asOf }, { code: 'offline' })).toBe('failed');
    expect(contactStatusFact({ kind: 'absent', asOf }, null)).toBe('absent');
    expect(contactStatusFact(null, null)).toBe('asking');
  });

  it('distinguish an empty outbox from an unreadable one', () => {
    expect([earlierAdds(null), earlierAdds('failed'), earlierAdds([])]).toEqual(['asking', 'failed', 'none']);
  });
});
