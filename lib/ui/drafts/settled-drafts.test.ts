import { describe, expect, it } from 'vitest';
import { draftKey, leavingKey } from './draft-store';
import { settledDrafts } from './settled-drafts';
import { aSend, contactA, contactB, entryId, mara, messageId } from '@/lib/ui/conversation/testing/panel-fixtures';

const key = draftKey(contactA, mara);
const drafts = { [key]: 'Hello', [leavingKey(key)]: entryId(1) };

describe('a draft that was leaving when the panel was closed', () => {
  it.each([
    ['goes once the message was sent', aSend(1, { name: 'sent', messageId: messageId(1) }), 'left'],
    ['goes when the outbox keeps it as unconfirmed', aSend(1, { name: 'unknown', error: { code: 'offline' } }), 'left'],
    ['stays when it was taken back', aSend(1, { name: 'cancelled', why: 'by-user' }), 'back'],
    ['stays when GetSales refused it', aSend(1, { name: 'refused', error: { code: 'offline' } }), 'back'],
  ] as const)('%s', (_, send, fate) => {
    expect(settledDrafts(drafts, contactA, [send])).toEqual([{ key, text: 'Hello', fate }]);
  });

  it('stays when it was never written down', () => {
    expect(settledDrafts(drafts, contactA, [])).toEqual([{ key, text: '', fate: 'back' }]);
  });

  it('is left alone while it is under way', () => {
    expect(settledDrafts(drafts, contactA, [aSend(1, { name: 'dispatching' })])).toEqual([]);
    const queued = { name: 'queued', leavesAt: '2026-11-23T12:00:05.000Z', heldBy: null } as const;
    expect(settledDrafts(drafts, contactA, [aSend(1, queued)])).toEqual([]);
  });

  it('is nobody else’s business', () => {
    expect(settledDrafts(drafts, contactB, [])).toEqual([]);
  });
});
