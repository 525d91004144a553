import { describe, expect, it } from 'vitest';
import { draftKey, sendingEntryKey } from './draft-keys';
import { settledDrafts } from './settled-drafts';
import { aSend, contactA, contactB, entryId, mara, messageId } from '@/lib/ui/conversation/testing/examples';

const key = draftKey(contactA, mara);
const drafts = { [key]: 'Hello', [sendingEntryKey(key)]: entryId(1) };

describe('a draft that was being sent when the panel closed', () => {
  it.each([
    ['is discarded once the message was sent', aSend(1, { name: 'sent', messageId: messageId(1) }), 'discard'],
    [
      'is discarded when the outbox keeps it as unconfirmed',
      aSend(1, { name: 'unknown', error: { code: 'offline' }, checks: 0 }),
      'discard',
    ],
    ['is restored when it was cancelled', aSend(1, { name: 'cancelled', why: 'by-user' }), 'restore'],
    ['is restored when GetSales refused it', aSend(1, { name: 'refused', error: { code: 'offline' } }), 'restore'],
  ] as const)('%s', (_, send, outcome) => {
    expect(settledDrafts(drafts, contactA, [send])).toEqual([{ key, text: 'Hello', outcome }]);
  });

  it('is restored when it was never stored', () => {
    expect(settledDrafts(drafts, contactA, [])).toEqual([{ key, text: '', outcome: 'restore' }]);
  });

  it('is left alone while it is under way', () => {
    expect(settledDrafts(drafts, contactA, [aSend(1, { name: 'dispatching' })])).toEqual([]);
    const queued = { name: 'queued', sendAt: '2026-11-23T12:00:05.000Z', blockedBy: null } as const;
    expect(settledDrafts(drafts, contactA, [aSend(1, queued)])).toEqual([]);
  });

  it('is not settled for another contact', () => {
    expect(settledDrafts(drafts, contactB, [])).toEqual([]);
  });
});
