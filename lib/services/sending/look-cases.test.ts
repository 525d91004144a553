import { describe, expect, test, vi } from 'vitest';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { addEntry, entryIdOf, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { messageOf } from '../testing/message';
import { lookForSent } from './reconcile';
import { cancelled, error, id, input, sendingWith, sent, unavailable, unknown } from './testing/send';

const listed = () => Promise.resolve(ok({ messages: [messageOf(8)], skewMs: 0 }));
const found = ok({ state: 'sent', message: messageOf(8) });
const notFound = ok({ state: 'unknown', entryId: id });

describe('looking for a message that GetSales lists', () => {
  test.each<[string, readonly OutboxEntry[], object]>([
    ['finds it', [sendEntry(1, { state: unknown })], found],
    [
      'finds it among others',
      [sendEntry(1, { state: unknown }), sendEntry(2, { state: cancelled }), addEntry(3)],
      found,
    ],
    ['finds it for an entry that is gone', [], found],
    [
      'finds none that was there before, by what is on disk now',
      [sendEntry(1, { baseline: [messageIdOf(8)] })],
      notFound,
    ],
    ['finds none that another entry has', [sendEntry(1, { state: unknown }), sendEntry(2, { state: sent })], notFound],
  ])('%s', async (_name, entries, answer) => {
    const { outbox } = await sendingWith(entries);
    const settled: unknown[] = [];
    const client = { message: () => Promise.resolve(ok(null)), sentMessages: listed };
    const settle = (...what: readonly unknown[]) => Promise.resolve(void settled.push(what));
    expect(await lookForSent({ client, outbox, settle }, sendEntry(1, { state: unknown }))).toEqual(answer);
    expect(settled).toEqual([[id, { type: 'accepted', messageId: messageIdOf(8) }]].filter(() => answer === found));
  });
});

describe('checking again', () => {
  const client = {
    message: () => Promise.resolve(err(error)),
    sentMessages: listed,
    send: () => expect.fail('posted'),
  };

  test('records what it finds, and two checks at once report no failure', async () => {
    const { service, steps, state } = await sendingWith([sendEntry(1, { state: unknown })], { client });
    expect(await Promise.all([service.reconcile(id), service.reconcile(id)])).toEqual([found, found]);
    expect(await state()).toEqual(sent);
    expect(steps.toSorted()).toEqual(['changed', 'changed', 'forget', 'forget']);
  });

  test('reports that what it found cannot be recorded', async () => {
    const { service, steps } = await sendingWith([sendEntry(1, { state: unknown })], { client });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await service.reconcile(id)).toEqual(found);
    expect(steps).toEqual(['send-not-settled', 'forget', 'changed']);
  });

  test('is an error when a sent message cannot be read', async () => {
    const { service } = await sendingWith([sendEntry(1, { state: sent })], { client });
    expect(await service.reconcile(id)).toEqual(err(error));
  });

  test('is an error when the outbox cannot be read, before or after GetSales answered', async () => {
    const { service } = await sendingWith([sendEntry(1, { state: unknown })], { client });
    vi.spyOn(IDBIndex.prototype, 'openCursor').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await service.reconcile(id)).toMatchObject(unavailable);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await service.reconcile(id)).toMatchObject(unavailable);
  });
});

test('a message that is being sent answers with the outcome of that, without a look', async () => {
  const looks: string[] = [];
  const outcomes: Promise<unknown>[] = [];
  const { service, outbox } = await sendingWith([], {
    client: {
      message: () => expect.fail('read'),
      sentMessages: () => {
        looks.push('look');
        return Promise.resolve(ok({ messages: [], skewMs: 0 }));
      },
      send: async () => {
        outcomes.push(service.reconcile(id));
        // Reads are answered in order, so the check has begun.
        await outbox.get(id);
        return ok(messageOf(8));
      },
    },
  });
  expect(await service.send(input)).toEqual(found);
  expect(await Promise.all(outcomes)).toEqual([found]);
  expect(looks).toEqual(['look']);
});

test('a message that the user cancelled says so', async () => {
  const { service, state } = await sendingWith([
    sendEntry(1, { state: { name: 'queued', sendAt: '2026', blockedBy: null } }),
  ]);
  await service.cancel(entryIdOf(1));
  expect(await state()).toEqual(cancelled);
});
