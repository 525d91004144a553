import { describe, expect, test, vi } from 'vitest';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { addEntry, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { messageOf } from '../testing/message';
import { NOW, iso, error, queued, unknown, sent, cancelled, id, input, unavailable, sendingWith } from './testing/send';

const tooLate = err({ code: 'too-late' });

describe('cancelling', () => {
  test.each<[string, readonly OutboxEntry[], object]>([
    ['what waits', [sendEntry(1, { state: queued })], ok(null)],
    ['what is cancelled', [sendEntry(1, { state: cancelled })], ok(null)],
    ['what is being sent is too late', [sendEntry(1)], tooLate],
    ['what was sent is too late', [sendEntry(1, { state: sent })], tooLate],
    ['what is gone is too late', [], tooLate],
    ['an add is too late', [addEntry(1)], tooLate],
  ])('%s', async (_name, entries, answer) => {
    const { service, steps } = await sendingWith(entries);
    expect(await service.cancel(id)).toEqual(answer);
    expect(steps).toEqual(['changed']);
  });

  test('ends the wait, and the message is not posted', async () => {
    const waits: AbortSignal[] = [];
    const { service, steps } = await sendingWith([], {
      sleep: (_ms, signal) =>
        new Promise((resolve) => {
          waits.push(signal);
          signal.addEventListener('abort', () => {
            resolve();
          });
        }),
    });
    const sending = service.send(input);
    await vi.waitFor(() => {
      expect(waits).toHaveLength(1);
    });
    expect(await service.cancel(id)).toEqual(ok(null));
    expect(await sending).toEqual(err({ code: 'cancelled' }));
    expect(steps).not.toContain('post');
  });

  test('is an error when it cannot be recorded', async () => {
    const { service } = await sendingWith([sendEntry(1, { state: queued })]);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await service.cancel(id)).toMatchObject(unavailable);
  });
});

describe('what is known about a message', () => {
  test.each<[string, readonly OutboxEntry[], object]>([
    [
      'that waits',
      [sendEntry(1, { state: queued })],
      ok({ state: 'queued', entryId: id, sendAt: iso(NOW + 5_000), blockedBy: error }),
    ],
    ['that was refused', [sendEntry(1, { state: { name: 'refused', error } })], err(error)],
    ['that was cancelled', [sendEntry(1, { state: cancelled })], err({ code: 'cancelled' })],
    ['that was sent', [sendEntry(1, { state: sent })], ok({ state: 'sent', message: messageOf(8) })],
    [
      'that was sent, and deleted',
      [sendEntry(1, { state: { name: 'sent', messageId: messageIdOf(7) } })],
      err({ code: 'not-found', what: 'message' }),
    ],
    ['that is unconfirmed', [sendEntry(1, { state: unknown })], ok({ state: 'unknown', entryId: id })],
    ['that is being sent', [sendEntry(1)], ok({ state: 'unknown', entryId: id })],
    ['that is gone', [], err({ code: 'not-found', what: 'entry' })],
    ['that is an add', [addEntry(1)], err({ code: 'not-found', what: 'entry' })],
  ])('%s', async (_name, entries, answer) => {
    const { service } = await sendingWith(entries);
    expect(await service.reconcile(id)).toEqual(answer);
  });
});
