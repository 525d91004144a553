import { describe, expect, test, vi } from 'vitest';
import type { AddState, OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { addEntry, contactA, entryIdOf, listA, sendEntry } from '@/lib/outbox/testing/entries';
import { addContactOf, attemptOf, NOW } from './testing/attempt';

const error = { code: 'key-rejected' } as const;
const outcome = { effect: 'created', contactId: contactA, listId: listA, listName: null, undoUntil: null } as const;
const duplicate = (n: number) => err({ code: 'duplicate-entry', entryId: entryIdOf(n) });
const unavailable = { ok: false, error: { code: 'storage-unavailable' } };
const { kind: _kind, account, createdAt: _at, settledAt: _settled, state: _state, id: entryId, ...what } = addEntry(2);
const input = { ...what, entryId };

/** The service, with these entries in its outbox. */
async function addingWith(...entries: readonly OutboxEntry[]) {
  const attempt = await attemptOf();
  await attempt.outbox.removeAll();
  for (const entry of entries) await attempt.outbox.add(entry);
  const service = addContactOf(attempt);
  return { ...attempt, service };
}

describe('a new add', () => {
  test('is written before anything else, and attempted', async () => {
    const { service, steps, outbox } = await addingWith();
    const adding = service.add(input);
    expect(service.inFlight.ids()).toEqual([entryId]);
    expect(await adding).toMatchObject(ok({ effect: 'created' }));
    expect(steps.slice(0, 3)).toEqual(['changed', 'lookup', 'upsert']);
    expect(await outbox.get(entryId)).toMatchObject(
      ok({ ...what, account, createdAt: new Date(NOW).toISOString(), state: { name: 'done' } }),
    );
    expect(service.inFlight.ids()).toEqual([]);
  });

  test('gives two calls at once the same result', async () => {
    const { service, steps } = await addingWith();
    const [first, second] = await Promise.all([service.add(input), service.add(input)]);
    expect(first).toEqual(second);
    expect(steps.filter((step) => step === 'upsert')).toHaveLength(1);
  });

  test('is not attempted when it cannot be written', async () => {
    const { service, steps } = await addingWith();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await service.add(input)).toMatchObject(unavailable);
    expect(steps).toEqual([]);
  });
});

describe('an add with the id of', () => {
  const states: readonly [AddState, object][] = [
    [{ name: 'done', outcome }, ok(outcome)],
    [{ name: 'waiting', error, tries: 1, retryAt: '2027', mayHaveArrived: false }, ok({ effect: 'waiting', error })],
    [{ name: 'refused', error }, err(error)],
    [{ name: 'unknown', error }, err(error)],
    [{ name: 'superseded', by: entryIdOf(3) }, duplicate(2)],
    [{ name: 'undone' }, duplicate(2)],
    [{ name: 'dispatching', tries: 0, mayHaveArrived: false }, duplicate(2)],
  ];

  test.each(states)('one that is %j answers with its result, and sends nothing', async (state, answer) => {
    const { service, steps } = await addingWith(addEntry(2, { state }));
    expect(await service.add(input)).toEqual(answer);
    expect(steps).toEqual([]);
  });

  test('a message is a duplicate', async () => {
    const { service } = await addingWith(sendEntry(2));
    expect(await service.add(input)).toEqual(duplicate(2));
  });
});

describe('an add that is tried again', () => {
  const refused = addEntry(2, { state: { name: 'refused', error } });

  test('by the user is attempted, also when it was refused', async () => {
    const { service, steps } = await addingWith(refused);
    expect(await service.retry(refused)).toMatchObject(ok({ effect: 'created' }));
    expect(steps.slice(0, 3)).toEqual(['changed', 'lookup', 'upsert']);
  });

  test('automatically is not attempted when it has ended since', async () => {
    const { service, steps } = await addingWith(refused);
    expect(await service.resume(refused)).toEqual(err(error));
    expect(steps).toEqual([]);
  });

  test('is not attempted when it was removed since', async () => {
    const { service, steps } = await addingWith();
    expect(await service.resume(refused)).toEqual(duplicate(2));
    expect(steps).toEqual([]);
  });

  test('is not attempted when that cannot be recorded', async () => {
    const { service, steps } = await addingWith(refused);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await service.retry(refused)).toMatchObject(unavailable);
    expect(steps).toEqual([]);
  });
});
