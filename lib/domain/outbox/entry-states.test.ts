import { describe, expect, test } from 'vitest';
import { addEntry, contactA, entryIdOf, listA, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { mayHaveArrived } from './add-transitions';
import { canRemove, canRetry, ENDED_STATES, PENDING_STATES, REMOVABLE_STATES } from './entry-states';
import type { AddState, SendState } from './outbox-entry';
import { canMatchSent, mayBeSent, SEND_TTL_MS, UNCONFIRMED_TTL_MS } from './send-transitions';

const AT = '2026-11-23T12:00:00.000Z';
const error = { code: 'offline' } as const;
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: 'EU', undoUntil: AT } as const;
const undo = { kind: 'move-back', toListId: listA } as const;
const waiting = { name: 'waiting', error, tries: 2, retryAt: AT } as const;
const DAY_MS = 86_400_000;
const createdMs = Date.parse(sendEntry(1).createdAt);

describe('an add', () => {
  test.each<[AddState, { readonly retry: boolean; readonly remove: boolean; readonly arrived: boolean }]>([
    [
      { name: 'dispatching', tries: 0, mayHaveArrived: false },
      { retry: false, remove: false, arrived: true },
    ],
    [
      { ...waiting, mayHaveArrived: true },
      { retry: true, remove: true, arrived: true },
    ],
    [
      { ...waiting, mayHaveArrived: false },
      { retry: true, remove: true, arrived: false },
    ],
    [
      { name: 'refused', error },
      { retry: true, remove: true, arrived: false },
    ],
    [
      { name: 'unknown', error },
      { retry: true, remove: true, arrived: true },
    ],
    [
      { name: 'superseded', by: entryIdOf(2) },
      { retry: false, remove: true, arrived: false },
    ],
    [
      { name: 'done', outcome, undo },
      { retry: false, remove: true, arrived: false },
    ],
    [
      { name: 'undoing', outcome, undo },
      { retry: false, remove: false, arrived: false },
    ],
    [{ name: 'undone' }, { retry: false, remove: true, arrived: false }],
  ])('%j allows %j', (state, { retry, remove, arrived }) => {
    const entry = addEntry(1, { state });
    expect(canRetry(entry)).toBe(retry);
    expect(canRemove(entry, createdMs)).toBe(remove);
    expect(mayHaveArrived(state)).toBe(arrived);
  });
});

describe('a message', () => {
  test.each<[SendState, { readonly remove: boolean; readonly sent: boolean; readonly match: boolean }]>([
    [
      { name: 'queued', sendAt: AT, blockedBy: null },
      { remove: false, sent: true, match: false },
    ],
    [{ name: 'dispatching' }, { remove: false, sent: true, match: true }],
    [
      { name: 'unknown', error, checks: 1 },
      { remove: false, sent: true, match: true },
    ],
    [
      { name: 'sent', messageId: messageIdOf(1) },
      { remove: true, sent: true, match: false },
    ],
    [
      { name: 'refused', error },
      { remove: true, sent: false, match: false },
    ],
    [
      { name: 'cancelled', why: 'by-user' },
      { remove: true, sent: false, match: false },
    ],
  ])('%j allows %j, and never a retry', (state, { remove, sent, match }) => {
    const entry = sendEntry(1, { state });
    expect(canRetry(entry)).toBe(false);
    expect(canRemove(entry, createdMs)).toBe(remove);
    expect(mayBeSent(entry)).toBe(sent);
    expect(canMatchSent(entry)).toBe(match);
  });

  test.each([
    ['a day after it was written', DAY_MS, false],
    ['later', DAY_MS + 1, true],
  ])('that is unconfirmed can be removed %s: %s ms, %s', (_name, afterMs, isRemovable) => {
    const unknown = sendEntry(1, { state: { name: 'unknown', error, checks: 1 } });
    expect(canRemove(unknown, createdMs + afterMs)).toBe(isRemovable);
  });

  test('is sent within ten minutes, and prevents copies for a day', () => {
    expect([SEND_TTL_MS, UNCONFIRMED_TTL_MS]).toEqual([600_000, DAY_MS]);
  });
});

test('states are pending or ended, and some pending ones may be removed', () => {
  expect([...PENDING_STATES].sort()).toEqual(['dispatching', 'queued', 'undoing', 'unknown', 'waiting']);
  expect([...ENDED_STATES].sort()).toEqual(['cancelled', 'done', 'refused', 'sent', 'superseded', 'undone']);
  expect([...REMOVABLE_STATES].sort()).toEqual([...ENDED_STATES, 'unknown', 'waiting'].sort());
});
