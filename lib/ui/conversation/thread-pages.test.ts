import { describe, expect, it } from 'vitest';
import { aMessage, aPage, contactA, mara, minute, tom } from '@/lib/ui/conversation/testing/examples';
import { leavesGap, mergeMessages, NO_OVERLAY, withMessage, withNewest } from './thread-pages';

const numbers = (messages: readonly { readonly text: string | null }[]) =>
  messages.map(({ text }) => Number(text?.split(' ')[1]));

describe('the loaded thread', () => {
  it('is oldest first, with each message once even if pages overlap', () => {
    const pages = [aPage([aMessage(5), aMessage(4), aMessage(3)], 3), aPage([aMessage(3), aMessage(2), aMessage(1)])];
    expect(numbers(mergeMessages(pages, NO_OVERLAY, null))).toEqual([1, 2, 3, 4, 5]);
  });

  it('is sorted by the time of the message, not of its synchronisation', () => {
    const late = aMessage(1, { createdAt: minute(50) });
    const never = aMessage(2, { sentAt: null, createdAt: minute(30) });
    const page = aPage([late, aMessage(40), never]);
    expect(numbers(mergeMessages([page], NO_OVERLAY, null))).toEqual([1, 2, 40]);
  });

  it('has messages without a valid time last', () => {
    const timeless = aMessage(1, { sentAt: null, createdAt: null });
    const broken = aMessage(2, { sentAt: 'yesterday' });
    expect(numbers(mergeMessages([aPage([broken, timeless, aMessage(3)])], NO_OVERLAY, null))).toEqual([3, 1, 2]);
  });

  it('keeps GetSales’ order for messages of the same time', () => {
    const page = aPage([aMessage(3, { sentAt: minute(1) }), aMessage(2, { sentAt: minute(1) }), aMessage(1)]);
    expect(numbers(mergeMessages([page], NO_OVERLAY, null))).toEqual([1, 2, 3]);
  });

  it('shows one sender when filtered', () => {
    const page = aPage([aMessage(2, { senderId: tom }), aMessage(1)]);
    expect(numbers(mergeMessages([page], NO_OVERLAY, mara))).toEqual([1]);
  });

  it('shows the latest version of a message', () => {
    const queued = aMessage(1, { state: 'queued' });
    const overlay = withMessage(withMessage(NO_OVERLAY, queued), aMessage(1, { state: 'sent' }));
    expect(mergeMessages([aPage([queued])], overlay, null).map(({ state }) => state)).toEqual(['sent']);
  });

  it('keeps a message of ours that the fresh page does not list yet', () => {
    const overlay = withNewest(withMessage(NO_OVERLAY, aMessage(9)), aPage([aMessage(8)]));
    expect(numbers(mergeMessages([aPage([aMessage(7)])], overlay, null))).toEqual([7, 8, 9]);
    expect(overlay.asOf).toBe(minute(59));
  });

  it('holds 10,000 messages', () => {
    const all = Array.from({ length: 10_000 }, (_, n) =>
      aMessage(n, { sentAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(), contactId: contactA }),
    ).reverse();
    const pages = Array.from({ length: 200 }, (_, n) => aPage(all.slice(n * 50, n * 50 + 50), n * 50 + 50));
    expect(mergeMessages(pages, NO_OVERLAY, null)).toHaveLength(10_000);
  });
});

describe('a fresh newest page', () => {
  const known = [aMessage(1), aMessage(2)];
  it.each([
    ['shares a message with the known ones', [aMessage(3), aMessage(2)], 2, false],
    ['is the whole conversation', [aMessage(4)], null, false],
    ['shares nothing with the known ones', [aMessage(9), aMessage(8)], 2, true],
  ] as const)('that %s leaves a gap: %#', (_, messages, nextOffset, expected) => {
    expect(leavesGap(known, aPage(messages, nextOffset))).toBe(expected);
  });

  it('leaves no gap in an empty thread', () => {
    expect(leavesGap([], aPage([aMessage(9)], 50))).toBe(false);
  });
});
