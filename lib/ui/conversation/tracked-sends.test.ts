import { describe, expect, it } from 'vitest';
import { aSend, intentId, messageId, tom, contactA, mara } from './testing/panel-fixtures';
import { lastSendAs, mergeSends, unresolved } from './tracked-sends';

const sent = { name: 'sent', messageId: messageId(1) } as const;
const unknown = { name: 'unknown', error: { code: 'offline' } } as const;
const refused = { name: 'refused', error: { code: 'offline' } } as const;
const queued = { name: 'queued', leavesAt: '2026-11-23T12:00:05.000Z', heldBy: null } as const;
const cancelled = { name: 'cancelled', why: 'expired' } as const;
const dispatching = { name: 'dispatching' } as const;

describe('sends of this window and of the journal', () => {
  it.each([
    ['a journal that has not heard the outcome yet', dispatching, sent, 'sent'],
    ['a journal that found the message after all', sent, unknown, 'sent'],
    ['a journal that knows of a refusal', refused, unknown, 'refused'],
    ['a journal in which it has not left yet', queued, dispatching, 'queued'],
    ['a journal in which it is leaving by now', dispatching, queued, 'dispatching'],
    ['a journal that knows why it was given up', cancelled, { name: 'cancelled', why: 'taken-back' }, 'cancelled'],
    ['a window that only knows it pressed Send', unknown, dispatching, 'unknown'],
  ] as const)('agree on what is best known: %s', (_, inJournal, here, expected) => {
    expect(mergeSends([aSend(1, inJournal)], [aSend(1, here)]).map(({ state }) => state.name)).toEqual([expected]);
  });

  it('are one history, oldest first', () => {
    const ids = mergeSends([aSend(3, sent), aSend(1, sent)], [aSend(2, dispatching)]).map(({ id }) => id);
    expect(ids).toEqual([intentId(1), intentId(2), intentId(3)]);
  });
});

describe('an unconfirmed send', () => {
  it('waits for the user', () => {
    expect(unresolved([aSend(1, unknown), aSend(2, sent)]).map(({ id }) => id)).toEqual([intentId(1)]);
  });

  it('no longer waits once another was sent in its place', () => {
    expect(unresolved([aSend(1, unknown), aSend(2, sent, { overrides: intentId(1) })])).toEqual([]);
  });

  it('waits on when what was to replace it was refused', () => {
    const sends = [aSend(1, unknown), aSend(2, refused, { overrides: intentId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([intentId(1)]);
  });

  it('waits on when what was to replace it was taken back', () => {
    const sends = [aSend(1, unknown), aSend(2, cancelled, { overrides: intentId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([intentId(1)]);
  });

  it('hands its question on when its replacement is unconfirmed, too', () => {
    const sends = [aSend(1, unknown), aSend(2, unknown, { overrides: intentId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([intentId(2)]);
  });
});

it('The last send of a sender is not another sender’s', () => {
  const sends = [aSend(1, sent), aSend(2, sent, { senderId: tom })];
  expect(lastSendAs(sends, contactA, mara)?.id).toBe(intentId(1));
  expect(lastSendAs(sends, contactA, null)).toBeNull();
});
