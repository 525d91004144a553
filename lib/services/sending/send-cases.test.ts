import { describe, expect, test, vi } from 'vitest';
import { SEND_TTL_MS } from '@/lib/domain/outbox/send-transitions';
import { SenderId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { addEntry, contactB, entryIdOf, sendEntry, uuidOf } from '@/lib/outbox/testing/entries';
import { messageOf } from '../testing/message';
import {
  NOW,
  iso,
  queued,
  unknown,
  sent,
  cancelled,
  id,
  input,
  busy,
  unavailable,
  LOCK,
  sendingWith,
} from './testing/send';

const duplicate = err({ code: 'duplicate-entry', entryId: id });

describe('sending', () => {
  test('writes the message, waits for its period, posts it, and tells the screens', async () => {
    const onDisk: unknown[] = [];
    const {
      service,
      steps,
      outbox,
      state: after,
    } = await sendingWith([], {
      sleep: async () => {
        onDisk.push(await outbox.get(id));
      },
    });
    expect(await service.send(input)).toEqual(ok({ state: 'sent', message: messageOf(8) }));
    const state = { name: 'queued', sendAt: iso(NOW + 5_000), blockedBy: null } as const;
    const fresh = { createdAt: iso(NOW), settledAt: null, dispatchedAt: null, baseline: [], skewMs: null };
    expect(onDisk).toEqual([ok(sendEntry(1, { ...fresh, state }))]);
    expect(steps).toEqual([LOCK, 'changed', 'post', 'forget', 'changed']);
    expect(await after()).toEqual(sent);
  });

  test.each<[string, readonly OutboxEntry[], object]>([
    ['again, what is unconfirmed', [sendEntry(1, { state: unknown })], ok({ state: 'unknown', entryId: id })],
    ['again, what was sent', [sendEntry(1, { state: sent })], duplicate],
    ['again, what waits', [sendEntry(1, { state: queued })], duplicate],
    ['with the id of an add', [addEntry(1)], duplicate],
    ['while another one to this person waits', [sendEntry(2, { state: queued })], busy],
    ['while another one to this person is being sent', [sendEntry(2)], busy],
    [
      'what may have been sent',
      [sendEntry(2, { state: unknown })],
      err({ code: 'unconfirmed', entryId: entryIdOf(2) }),
    ],
  ])('posts nothing: %s', async (_name, entries, answer) => {
    const { service, steps } = await sendingWith(entries);
    expect(await service.send(input)).toEqual(answer);
    expect(steps).toEqual([LOCK]);
  });

  test.each<[string, OutboxEntry]>([
    ['another person', sendEntry(2, { contactId: contactB })],
    ['another sender', sendEntry(2, { senderId: SenderId.parse(uuidOf(999)) })],
    ['an add', addEntry(2)],
    ['a message that ended', sendEntry(2, { state: cancelled })],
  ])('is not held back by %s', async (_name, other) => {
    const { service } = await sendingWith([other]);
    expect(await service.send(input)).toMatchObject(ok({ state: 'sent' }));
  });

  test('answers busy while another window has the conversation', async () => {
    const { service } = await sendingWith([], { ifFree: () => Promise.resolve(null) });
    expect(await service.send(input)).toEqual(busy);
  });

  test('posts nothing when the outbox cannot be read or written', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { service, steps } = await sendingWith([]);
    expect(await service.send(input)).toMatchObject(unavailable);
    vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await service.send(input)).toMatchObject(unavailable);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await service.send(input)).toMatchObject(unavailable);
    expect(steps).toEqual([LOCK, LOCK, LOCK]);
  });
});

describe('continuing', () => {
  const waiting = sendEntry(1, { state: queued });

  test('sends what waited', async () => {
    const { service, steps } = await sendingWith([waiting]);
    expect(await service.resume(waiting)).toMatchObject(ok({ state: 'sent' }));
    expect(steps[0]).toBe(LOCK);
  });

  test('cancels what is too old, without asking GetSales', async () => {
    const { service, steps, state } = await sendingWith([waiting], {
      now: () => Date.parse(waiting.createdAt) + SEND_TTL_MS + 1,
    });
    expect(await service.resume(waiting)).toEqual(err({ code: 'cancelled' }));
    expect(await state()).toEqual({ name: 'cancelled', why: 'expired' });
    expect(steps).toEqual([LOCK, 'changed']);
  });

  test('cancels what is too old, also if it may be a copy', async () => {
    const { service, state } = await sendingWith([waiting, sendEntry(2, { state: unknown })], {
      now: () => Date.parse(waiting.createdAt) + SEND_TTL_MS + 1,
    });
    await service.resume(waiting);
    expect(await state()).toEqual({ name: 'cancelled', why: 'expired' });
  });

  test('refuses a copy of what may have been sent since', async () => {
    const { service, steps, state } = await sendingWith([waiting, sendEntry(2, { state: unknown })]);
    const unconfirmed = { code: 'unconfirmed', entryId: entryIdOf(2) };
    expect(await service.resume(waiting)).toEqual(err(unconfirmed));
    expect(await state()).toEqual({ name: 'refused', error: unconfirmed });
    expect(steps).not.toContain('post');
  });
});
