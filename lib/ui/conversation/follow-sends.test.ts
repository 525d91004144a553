import { describe, expect, it } from 'vitest';
import { aMessage, aSend, messageId, minute } from '@/lib/ui/conversation/testing/examples';
import { followDelays, sendsToFollow } from './follow-sends';

const at = Date.parse(minute(10));
const accepted = aSend(10, { name: 'sent', messageId: messageId(1) }, { settledAt: minute(10) });
const listed = (state: 'queued' | 'sending' | 'sent' | 'failed' | 'other') =>
  new Map([[messageId(1), aMessage(1, { state })]]);

describe('an accepted message', () => {
  it.each([
    [0, [3_000, 10_000, 30_000, 60_000]],
    [3_000, [7_000, 27_000, 57_000]],
    [31_000, [29_000]],
    [60_000, []],
    [-5_000, [3_000, 10_000, 30_000, 60_000]],
  ])('that is %i ms old is checked in %j ms', (age, delays) => {
    expect(followDelays(at, at + age)).toEqual(delays);
  });

  it.each(['queued', 'sending'] as const)('is followed while it is %s', (state) => {
    expect(sendsToFollow([accepted], [], listed(state), at)).toEqual([{ messageId: messageId(1), acceptedAtMs: at }]);
  });

  it('is followed while GetSales does not list it', () => {
    expect(sendsToFollow([accepted], [], new Map(), at)).toHaveLength(1);
  });

  it.each(['sent', 'failed', 'other'] as const)('is not checked once it is %s', (state) => {
    expect(sendsToFollow([accepted], [], listed(state), at)).toEqual([]);
  });

  it('is followed again after a retry', () => {
    const again = { messageId: messageId(1), acceptedAtMs: at + 90_000 };
    expect(sendsToFollow([accepted], [again], listed('queued'), at + 90_000)).toEqual([again]);
    expect(sendsToFollow([], [again], new Map(), at + 90_000)).toEqual([]);
  });

  it('is not checked after the last check', () => {
    expect(sendsToFollow([accepted], [], listed('queued'), at + 60_000)).toEqual([]);
  });
});

it.each([{ name: 'dispatching' }, { name: 'unknown', error: { code: 'offline' }, checks: 0 }] as const)(
  'A send that GetSales has not accepted is not followed: $name',
  (state) => {
    expect(sendsToFollow([aSend(10, state)], [], new Map(), at)).toEqual([]);
  },
);
