import { describe, expect, test, vi } from 'vitest';
import type { PendingCounts } from '@/lib/domain/account';
import { ok } from '@/lib/domain/result';
import { createOutboxStore } from '@/lib/outbox/outbox';
import { addEntry, contactA, entryIdOf, listA, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import type { AddState, SendState } from '@/lib/domain/outbox/outbox-entry';
import type { DraftTexts } from '@/lib/settings/items';
import { countPending, covers, total } from './pending-counts';

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
    ['an add in place of a message', { adds: 3, messages: 1 }, false],
    ['a message in place of an add', { adds: 1, messages: 3 }, false],
    ['a draft in place of an add', { adds: 1, drafts: 3 }, false],
  ])('%s', (_name, change, isCovered) => {
    expect(covers(counts(), counts(change))).toBe(isCovered);
  });

  test('not if the user confirmed nothing', () => {
    expect(covers(null, counts({ adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 }))).toBe(false);
  });
});

const error = { code: 'offline' } as const;
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;

describe('an entry counts by its kind and state', () => {
  const none = { adds: 0, messages: 0, unconfirmed: 0, undos: 0, drafts: 0 };

  test.each<[AddState, Partial<PendingCounts>]>([
    [{ name: 'waiting', error, tries: 1, retryAt: '2026', mayHaveArrived: false }, { adds: 1 }],
    [{ name: 'dispatching', tries: 0, mayHaveArrived: false }, { adds: 1 }],
    [{ name: 'unknown', error }, { unconfirmed: 1 }],
    [{ name: 'undoing', outcome, undo: { kind: 'remove', stageId: null, tagIds: [] } }, { undos: 1 }],
    [{ name: 'done', outcome }, {}],
    [{ name: 'refused', error }, {}],
  ])('an add that is %j', async (state, pending) => {
    const outbox = createOutboxStore(Date.now).of({ owns: () => true });
    await outbox.add(addEntry(1, { state }));
    expect(await countPending(outbox, {})).toEqual(ok({ ...none, ...pending }));
  });

  test.each<[SendState, Partial<PendingCounts>]>([
    [{ name: 'queued', sendAt: '2026', blockedBy: null }, { messages: 1 }],
    [{ name: 'dispatching' }, { messages: 1 }],
    [{ name: 'unknown', error, checks: 0 }, { unconfirmed: 1 }],
    [{ name: 'refused', error }, {}],
    [{ name: 'cancelled', why: 'by-user' }, {}],
  ])('a message that is %j', async (state, pending) => {
    const outbox = createOutboxStore(Date.now).of({ owns: () => true });
    await outbox.add(sendEntry(1, { state }));
    expect(await countPending(outbox, {})).toEqual(ok({ ...none, ...pending }));
  });

  test.each<[DraftTexts, number]>([
    [{}, 0],
    [{ 'a|b': 'Hello', 'a|c': 'Hi' }, 2],
    [{ 'a|b|sendingText': 'Hello', 'a|b|sendingEntry': 'no id' }, 1],
    [{ 'a|b|sendingText': 'Hello', 'a|b|sendingEntry': entryIdOf(7) }, 1],
    [{ 'a|b|sendingText': 'Hello' }, 1],
    [{ 'a|b|sendingEntry': entryIdOf(7) }, 0],
  ])('the texts %j', async (texts, drafts) => {
    const outbox = createOutboxStore(Date.now).of({ owns: () => true });
    expect(await countPending(outbox, texts)).toEqual(ok({ ...none, drafts }));
  });

  test('not at all when the outbox cannot be read', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const outbox = createOutboxStore(Date.now).of({ owns: () => true });
    expect(await countPending(outbox, {})).toMatchObject({ ok: false, error: { code: 'storage-unavailable' } });
  });
});

test.each<keyof PendingCounts>(['adds', 'messages', 'unconfirmed', 'undos', 'drafts'])(
  '%s add to the total',
  (name) => {
    expect(total(counts())).toBe(10);
    expect(total(counts({ [name]: 5 }))).toBe(13);
  },
);

describe('a text that is being sent', () => {
  test.each([
    [
      'counts as a message while its entry is pending',
      { name: 'queued', sendAt: '2026', blockedBy: null } as const,
      [1, 0],
    ],
    ['does not count once it is sent', { name: 'sent', messageId: messageIdOf(9) } as const, [0, 0]],
    ['counts as a draft once its entry is refused', { name: 'refused', error: { code: 'offline' } } as const, [0, 1]],
    ['counts as a draft once its entry is cancelled', { name: 'cancelled', why: 'by-user' } as const, [0, 1]],
  ])('%s', async (_name, state, [messages, unsent]) => {
    const outbox = createOutboxStore(Date.now).of({ owns: () => true });
    await outbox.add(sendEntry(1, { state }));
    const texts = { 'a|b|sendingText': 'Hello', 'a|b|sendingEntry': entryIdOf(1) };
    expect(await countPending(outbox, texts)).toMatchObject(ok({ messages, drafts: unsent }));
  });
});
