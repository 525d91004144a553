import { describe, expect, it } from 'vitest';
import { followDelays, toFollow } from './follow-schedule';
import { aMessage, aSend, messageId, minute } from '@/lib/ui/conversation/testing/panel-fixtures';

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
  ])('that is %i ms old is looked at again in %j ms', (age, delays) => {
    expect(followDelays(at, at + age)).toEqual(delays);
  });

  it.each(['queued', 'sending'] as const)('is followed while it is %s', (state) => {
    expect(toFollow([accepted], [], listed(state), at)).toEqual([{ messageId: messageId(1), acceptedAtMs: at }]);
  });

  it('is followed while GetSales does not list it', () => {
    expect(toFollow([accepted], [], new Map(), at)).toHaveLength(1);
  });

  it.each(['sent', 'failed', 'other'] as const)('is left in peace once it is %s', (state) => {
    expect(toFollow([accepted], [], listed(state), at)).toEqual([]);
  });

  it('is followed anew once GetSales tries it again', () => {
    const again = { messageId: messageId(1), acceptedAtMs: at + 90_000 };
    expect(toFollow([accepted], [again], listed('queued'), at + 90_000)).toEqual([again]);
    expect(toFollow([], [again], new Map(), at + 90_000)).toEqual([]);
  });

  it('stays as it is after the last look', () => {
    expect(toFollow([accepted], [], listed('queued'), at + 60_000)).toEqual([]);
  });
});

it.each([{ name: 'dispatching' }, { name: 'unknown', error: { code: 'offline' } }] as const)(
  'Nothing is followed that GetSales has not accepted: $name',
  (state) => {
    expect(toFollow([aSend(10, state)], [], new Map(), at)).toEqual([]);
  },
);
