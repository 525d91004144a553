import { describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import type { Outbox } from '@/lib/outbox/outbox';
import { entryIdOf } from '@/lib/outbox/testing/entries';
import { done, MOVE, moveBack, REMOVE, remove, undoing, undoOf, unsafe } from './testing/undo';

const unavailable = { ok: false, error: { code: 'storage-unavailable' } };

/** From now on the database cannot be written. */
function failWrites(): Promise<unknown> {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
  return Promise.resolve();
}

/** From now on it cannot be read either. */
function failQueries(): Promise<unknown> {
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('no', 'UnknownError');
  });
  return Promise.resolve();
}

describe('an undo during which', () => {
  test('another worker begins the same is refused, and sends nothing', async () => {
    const duringRead = (outbox: Outbox) => outbox.applyToAdd(entryIdOf(1), { type: 'undo-started' });
    const undo = await undoOf({ entries: [done(remove)], duringRead });
    expect(await undo.undo()).toEqual(unsafe);
    expect(undo.steps).toEqual([]);
  });

  test('the entry is removed is an error, and sends nothing', async () => {
    const undo = await undoOf({ entries: [done(remove)], duringRead: (outbox) => outbox.removeAll() });
    expect(await undo.undo()).toMatchObject(err({ code: 'not-found' }));
    expect(undo.steps).toEqual([]);
  });

  test('the disk fails is an error, and sends nothing', async () => {
    const undo = await undoOf({ entries: [done(remove)], duringRead: () => failWrites() });
    expect(await undo.undo()).toMatchObject(unavailable);
    expect(undo.steps).toEqual([]);
  });
});

describe('an interrupted undo during which', () => {
  test.each([
    ['another worker finishes it', 'undo-completed', 'undone'],
    ['another worker gives it up', 'undo-refused', 'done'],
  ] as const)('%s has ended', async (_name, type, state) => {
    const duringRead = (outbox: Outbox) => outbox.applyToAdd(entryIdOf(1), { type });
    const undo = await undoOf({ entries: [undoing(remove)], duringRead });
    expect(await undo.undo()).toEqual(ok(null));
    expect([undo.steps, await undo.state()]).toEqual([[REMOVE, 'changed'], state]);
  });

  test('the entry is removed has ended', async () => {
    const undo = await undoOf({ entries: [undoing(remove)], duringRead: (outbox) => outbox.removeAll() });
    expect(await undo.undo()).toEqual(ok(null));
    expect(undo.steps).toEqual([REMOVE, 'changed']);
  });

  test('the outbox fails sends nothing', async () => {
    const undo = await undoOf({ entries: [undoing(remove)], duringRead: failQueries });
    expect(await undo.undo()).toMatchObject(unavailable);
    expect(undo.steps).toEqual([]);
  });

  test('its outcome cannot be written stays open', async () => {
    const undo = await undoOf({ entries: [undoing(remove)], duringRead: () => failWrites() });
    expect(await undo.undo()).toMatchObject(unavailable);
    expect([undo.steps, await undo.state()]).toEqual([[REMOVE, 'changed'], 'undoing']);
  });

  test('the contact turns out to be another stays open when that cannot be written', async () => {
    const undo = await undoOf({
      entries: [undoing(moveBack)],
      writes: [ok('another')],
      duringRead: () => failWrites(),
    });
    expect(await undo.undo()).toMatchObject(unavailable);
    expect([undo.steps, await undo.state()]).toEqual([[MOVE, 'changed'], 'undoing']);
  });
});
