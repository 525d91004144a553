import { describe, expect, it } from 'vitest';
import { autoAddDecision, type AutoAddFacts } from './auto-add';

const ready: AutoAddFacts = {
  armed: true,
  connected: true,
  fromTab: true,
  page: 'settled',
  contactStatus: 'absent',
  lastList: 'known',
  earlierAdds: 'none',
  touched: false,
};

describe('add as I open', () => {
  it('adds a new person of this tab to the last list', () => {
    expect(autoAddDecision(ready)).toBe('add');
  });

  it.each<[string, Partial<AutoAddFacts>]>([
    ['the switch is off', { armed: false }],
    ['GetSales is not connected', { connected: false }],
    ['the link was pasted', { fromTab: false }],
    ['the page has not settled on this person', { page: 'not-settled' }],
    ['the person is in GetSales already', { contactStatus: 'present' }],
    ['GetSales could not be asked', { contactStatus: 'failed' }],
    ['no list was used before', { lastList: 'none' }],
    ['the person was added or undone from here before', { earlierAdds: 'some' }],
    ['the outbox cannot be read', { earlierAdds: 'failed' }],
    ['the user was faster', { touched: true }],
  ])('leaves it to the user when %s', (_, change) => {
    expect(autoAddDecision({ ...ready, ...change })).toBe('no');
  });

  it.each<Partial<AutoAddFacts>>([
    { armed: 'asking' },
    { connected: 'asking' },
    { page: 'asking' },
    { contactStatus: 'asking' },
    { lastList: 'asking' },
    { earlierAdds: 'asking' },
  ])('waits while it does not know: %o', (change) => {
    expect(autoAddDecision({ ...ready, ...change })).toBe('wait');
  });

  it('does not wait for what cannot matter any more', () => {
    expect(autoAddDecision({ ...ready, contactStatus: 'asking', armed: false })).toBe('no');
  });
});
