import { describe, expect, it } from 'vitest';
import type { PageKind } from '@/lib/domain/reading';
import type { PageReading } from '@/lib/ui/profile/use-reading';
import { earlierAdds, pageFact, contactStatusFact } from './auto-add-facts';

const read = (kind: PageKind): PageReading => ({
  state: 'read',
  reading: { kind, generation: 'unknown', identity: null, fields: {}, missing: [], drift: [], people: [] },
});
const asOf = '2026-11-23T10:00:00.000Z';

describe('what adding by itself may rely on', () => {
  it.each<[string, PageReading, ReturnType<typeof pageFact>]>([
    ['a profile has settled', read('profile'), 'settled'],
    ['a Sales Navigator lead has settled', read('sales-lead'), 'settled'],
    ['a Recruiter profile has settled', read('recruiter'), 'settled'],
    ['a conversation is not somebody’s own page', read('thread'), 'not-settled'],
    ['a page of details proves nobody', read('profile-detail'), 'not-settled'],
    ['a wall proves nobody', read('walled'), 'not-settled'],
    [
      'a page that could not be read proves nobody',
      { state: 'failed', error: { code: 'page-unreadable' }, reading: null },
      'not-settled',
    ],
    ['a page that shows somebody else for now is waited for', { state: 'unsettled' }, 'asking'],
    ['a page that is being read is waited for', { state: 'reading' }, 'asking'],
  ])('%s', (_, page, fact) => {
    expect(pageFact(page)).toBe(fact);
  });

  it('never takes a failed look-up for an absence, even with an older answer at hand', () => {
    expect(contactStatusFact(null, { code: 'offline' })).toBe('failed');
    expect(contactStatusFact({ kind: 'absent', asOf }, { code: 'offline' })).toBe('failed');
    expect(contactStatusFact({ kind: 'absent', asOf }, null)).toBe('absent');
    expect(contactStatusFact(null, null)).toBe('asking');
  });

  it('tells an empty outbox from one that cannot be read', () => {
    expect([earlierAdds(null), earlierAdds('failed'), earlierAdds([])]).toEqual(['asking', 'failed', 'none']);
  });
});
