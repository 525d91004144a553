import { describe, expect, it } from 'vitest';
import { aSend, entryId, messageId, tom, contactA, mara } from '@/lib/ui/conversation/testing/panel-fixtures';
import { lastSendAs, mergeSends, unresolved } from './tracked-sends';

const sent = { name: 'sent', messageId: messageId(1) } as const;
const unknown = { name: 'unknown', error: { code: 'offline' } } as const;
const refused = { name: 'refused', error: { code: 'offline' } } as const;
const queued = { name: 'queued', leavesAt: '2026-11-23T12:00:05.000Z', heldBy: null } as const;
const cancelled = { name: 'cancelled', why: 'expired' } as const;
const dispatching = { name: 'dispatching' } as const;

describe('sends of this window and of the outbox', () => {
  it.each([
    ['a outbox that has not heard the outcome yet', dispatching, sent, 'sent'],
    ['a outbox that found the message after all', sent, unknown, 'sent'],
    ['a outbox that knows of a refusal', refused, unknown, 'refused'],
    ['a outbox in which it has not left yet', queued, dispatching, 'queued'],
    ['a outbox in which it is leaving by now', dispatching, queued, 'dispatching'],
    ['a outbox that knows why it was given up', cancelled, { name: 'cancelled', why: 'by-user' }, 'cancelled'],
    ['a window that only knows it pressed Send', unknown, dispatching, 'unknown'],
  ] as const)('agree on what is best known: %s', (_, inOutbox, here, expected) => {
    expect(mergeSends([aSend(1, inOutbox)], [aSend(1, here)]).map(({ state }) => state.name)).toEqual([expected]);
  });

  it('are one history, oldest first', () => {
    const ids = mergeSends([aSend(3, sent), aSend(1, sent)], [aSend(2, dispatching)]).map(({ id }) => id);
    expect(ids).toEqual([entryId(1), entryId(2), entryId(3)]);
  });
});

describe('an unconfirmed send', () => {
  it('waits for the user', () => {
    expect(unresolved([aSend(1, unknown), aSend(2, sent)]).map(({ id }) => id)).toEqual([entryId(1)]);
  });

  it('no longer waits once another was sent in its place', () => {
    expect(unresolved([aSend(1, unknown), aSend(2, sent, { overrides: entryId(1) })])).toEqual([]);
  });

  it('waits on when what was to replace it was refused', () => {
    const sends = [aSend(1, unknown), aSend(2, refused, { overrides: entryId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([entryId(1)]);
  });

  it('waits on when what was to replace it was taken back', () => {
    const sends = [aSend(1, unknown), aSend(2, cancelled, { overrides: entryId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([entryId(1)]);
  });

  it('hands its question on when its replacement is unconfirmed, too', () => {
    const sends = [aSend(1, unknown), aSend(2, unknown, { overrides: entryId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([entryId(2)]);
  });
});

it('The last send of a sender is not another sender’s', () => {
  const sends = [aSend(1, sent), aSend(2, sent, { senderId: tom })];
  expect(lastSendAs(sends, contactA, mara)?.id).toBe(entryId(1));
  expect(lastSendAs(sends, contactA, null)).toBeNull();
});
