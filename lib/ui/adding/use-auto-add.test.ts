import { describe, expect, it } from 'vitest';
import { autoAddDecision, type AutoAddFacts } from './use-auto-add';

const ready: AutoAddFacts = {
  isSwitchedOn: true,
  connected: true,
  fromTab: true,
  page: 'settled',
  contactStatus: 'absent',
  lastList: 'known',
  earlierAdds: 'none',
  isTouched: false,
};

describe('add as I open', () => {
  it('adds a new person of this tab to the last used list', () => {
    expect(autoAddDecision(ready)).toBe('add');
  });

  it.each<[string, Partial<AutoAddFacts>]>([
    ['the switch is off', { isSwitchedOn: false }],
    ['GetSales is not connected', { connected: false }],
    ['the link was pasted', { fromTab: false }],
    ['the page has not settled on this person', { page: 'not-settled' }],
    ['the person is in GetSales already', { contactStatus: 'present' }],
    ['the lookup failed', { contactStatus: 'failed' }],
    ['no list was used before', { lastList: 'none' }],
    ['the person was added or undone from here before', { earlierAdds: 'some' }],
    ['the outbox cannot be read', { earlierAdds: 'failed' }],
    ['the user has already acted', { isTouched: true }],
  ])('leaves it to the user when %s', (_, change) => {
    expect(autoAddDecision({ ...ready, ...change })).toBe('no');
  });

  it.each<Partial<AutoAddFacts>>([
    { isSwitchedOn: 'asking' },
    { connected: 'asking' },
    { page: 'asking' },
    { contactStatus: 'asking' },
    { lastList: 'asking' },
    { earlierAdds: 'asking' },
  ])('waits while something is unknown: %o', (change) => {
    expect(autoAddDecision({ ...ready, ...change })).toBe('wait');
  });

  it('does not wait for facts that no longer matter', () => {
    expect(autoAddDecision({ ...ready, contactStatus: 'asking', isSwitchedOn: false })).toBe('no');
  });
});
