import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PendingCounts } from '@/lib/domain/account';
import { ok } from '@/lib/domain/result';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { entryIdOf, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { countPending, covers } from './pending-counts';

const counts = (change: Partial<PendingCounts> = {}): PendingCounts => ({
  adds: 2,
  messages: 2,
  unconfirmed: 2,
  undos: 2,
  drafts: 2,
  ...change,
});

describe('confirmed counts cover the pending ones', () => {
  test.each<[string, Partial<PendingCounts>, boolean]>([
    ['the same', {}, true],
    ['less of everything', { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 }, true],
    ['a message that became unconfirmed', { messages: 1, unconfirmed: 3 }, true],
    ['a move that became unconfirmed', { adds: 1, unconfirmed: 3 }, true],
    ['one more add', { adds: 3 }, false],
    ['one more message', { messages: 3 }, false],
    ['one more unconfirmed message', { unconfirmed: 3 }, false],
    ['one more undo', { undos: 3 }, false],
    ['a draft in place of an add', { adds: 1, drafts: 3 }, false],
  ])('%s', (_name, change, isCovered) => {
    expect(covers(counts(), counts(change))).toBe(isCovered);
  });

  test('not if the user confirmed nothing', () => {
    expect(covers(null, counts({ adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 }))).toBe(false);
  });
});

describe('a text that is being sent', () => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
  });

  test.each([
    [
      'counts as a message while its entry is pending',
      { name: 'queued', sendAt: '2026', blockedBy: null } as const,
      [1, 0],
    ],
    ['does not count once it is sent', { name: 'sent', messageId: messageIdOf(9) } as const, [0, 0]],
    ['counts as a draft once its entry is refused', { name: 'refused', error: { code: 'offline' } } as const, [0, 1]],
  ])('%s', async (_name, state, [messages, unsent]) => {
    const outbox = createOutboxStore(Date.now).of({ owns: () => true });
    await outbox.add(sendEntry(1, { state }));
    const texts = { 'a|b|sendingText': 'Hello', 'a|b|sendingEntry': entryIdOf(1) };
    expect(await countPending(outbox, texts)).toMatchObject(ok({ messages, drafts: unsent }));
  });
});
