import { describe, expect, it } from 'vitest';
import { aSend, entryId, messageId, tom, contactA, mara } from '@/lib/ui/conversation/testing/examples';
import { lastSendAs, mergeSends, unresolved } from './tracked-sends';

const sent = { name: 'sent', messageId: messageId(1) } as const;
const unknown = { name: 'unknown', error: { code: 'offline' }, checks: 0 } as const;
const refused = { name: 'refused', error: { code: 'offline' } } as const;
const queued = { name: 'queued', sendAt: '2026-11-23T12:00:05.000Z', blockedBy: null } as const;
const cancelled = { name: 'cancelled', why: 'expired' } as const;
const dispatching = { name: 'dispatching' } as const;

describe('sends of this window and of the outbox', () => {
  it.each([
    ['the outbox does not have the outcome yet', dispatching, sent, 'sent'],
    ['the outbox found the message after all', sent, unknown, 'sent'],
    ['the outbox knows of a refusal', refused, unknown, 'refused'],
    ['it is still queued in the outbox', queued, dispatching, 'queued'],
    ['it is being sent according to the outbox', dispatching, queued, 'dispatching'],
    ['the outbox knows why it was cancelled', cancelled, { name: 'cancelled', why: 'by-user' }, 'cancelled'],
    ['the window only knows that Send was pressed', unknown, dispatching, 'unknown'],
  ] as const)('are merged to the most advanced state when %s', (_, inOutbox, here, expected) => {
    expect(mergeSends([aSend(1, inOutbox)], [aSend(1, here)]).map(({ state }) => state.name)).toEqual([expected]);
  });

  it('are one history in the order of the outbox, whatever the clock said, before what only the window knows', () => {
    const ids = mergeSends([aSend(1, sent), aSend(3, sent)], [aSend(2, dispatching)]).map(({ id }) => id);
    expect(ids).toEqual([entryId(3), entryId(1), entryId(2)]);
  });
});

describe('an unconfirmed send', () => {
  it('needs a decision by the user', () => {
    expect(unresolved([aSend(1, unknown), aSend(2, sent)]).map(({ id }) => id)).toEqual([entryId(1)]);
  });

  it('needs none once another was sent in its place', () => {
    expect(unresolved([aSend(1, unknown), aSend(2, sent, { overrides: entryId(1) })])).toEqual([]);
  });

  it('still needs one when its replacement was refused', () => {
    const sends = [aSend(1, unknown), aSend(2, refused, { overrides: entryId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([entryId(1)]);
  });

  it('still needs one when its replacement was cancelled', () => {
    const sends = [aSend(1, unknown), aSend(2, cancelled, { overrides: entryId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([entryId(1)]);
  });

  it('passes the decision on to an unconfirmed replacement', () => {
    const sends = [aSend(1, unknown), aSend(2, unknown, { overrides: entryId(1) })];
    expect(unresolved(sends).map(({ id }) => id)).toEqual([entryId(2)]);
  });
});

it('The last send of a sender is not another sender’s', () => {
  const sends = [aSend(1, sent), aSend(2, sent, { senderId: tom })];
  expect(lastSendAs(sends, contactA, mara)?.id).toBe(entryId(1));
  expect(lastSendAs(sends, contactA, null)).toBeNull();
});
