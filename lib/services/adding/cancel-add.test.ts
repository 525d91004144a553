import { describe, expect, test, vi } from 'vitest';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { WriteFailure } from '@/lib/getsales/write-failure';
import { addEntry, entryIdOf } from '@/lib/outbox/testing/entries';
import { addContactOf, attemptOf, created, upserted, type Given } from './testing/attempt';

const error = { code: 'server-trouble', status: 503 } as const;
const failed: WriteFailure = { fate: 'unknown', error };
const waiting = { name: 'waiting', error, tries: 1, retryAt: '2026', mayHaveArrived: false } as const;
const tooLate = err({ code: 'too-late' });

/** A service whose first upsert is answered only after the user pressed Cancel. */
async function cancelledDuring(given: Given) {
  const { deps, entry, outbox, state, steps } = await attemptOf({ ...given, entry: { state: waiting } });
  const cancelling: Promise<unknown>[] = [];
  const upsert: typeof deps.client.upsert = (request) => {
    if (cancelling.length === 0) cancelling.push(service.cancel(entry.id));
    return deps.client.upsert(request);
  };
  const service = addContactOf({ deps, entry }, { client: { ...deps.client, upsert } });
  const retried = await service.retry(entry);
  return { retried, answer: await cancelling[0], state: await state(), steps, service, outbox, entry };
}

describe('Cancel add during a retry', () => {
  test('stops it after the request under way, and removes the entry', async () => {
    const { answer, state, steps } = await cancelledDuring({ upserts: [err(failed), upserted(created)] });
    expect(answer).toEqual(ok(null));
    expect(state).toBeUndefined();
    expect(steps.filter((step) => step === 'upsert')).toHaveLength(1);
  });

  test('is too late when GetSales adds the person, whose entry stays', async () => {
    const { answer, state, retried } = await cancelledDuring({ upserts: [upserted(created)] });
    expect(answer).toEqual(tooLate);
    expect(state).toMatchObject({ name: 'done', outcome: { effect: 'created' } });
    expect(retried).toMatchObject(ok({ effect: 'created' }));
  });

  test('removes an add that GetSales refuses during that', async () => {
    const refusal: WriteFailure = { fate: 'not-done', error: { code: 'payment-required' } };
    const { answer, state } = await cancelledDuring({ upserts: [err(refusal)] });
    expect([answer, state]).toEqual([ok(null), undefined]);
  });

  test('is too late when a request without an answer added the person', async () => {
    const { answer, state, steps } = await cancelledDuring({
      upserts: [err(failed), upserted(created)],
      lookups: [ok(null), ok(created)],
    });
    expect(answer).toEqual(tooLate);
    expect(state).toMatchObject({ name: 'done' });
    expect(steps.filter((step) => step === 'upsert')).toHaveLength(1);
  });

  test('does not bring back what the add superseded when GetSales refuses it', async () => {
    const refusal: WriteFailure = { fate: 'not-done', error: { code: 'payment-required' } };
    const older = addEntry(2, { state: { name: 'superseded', by: entryIdOf(1) } });
    const { answer, outbox } = await cancelledDuring({ upserts: [err(refusal)], before: [older] });
    expect(answer).toEqual(ok(null));
    expect(await outbox.get(older.id)).toEqual(ok(older));
  });

  test('holds no later add of that entry back', async () => {
    const { service, entry, outbox } = await cancelledDuring({ upserts: [err(failed), upserted(created)] });
    await outbox.add(entry);
    expect(await service.retry(entry)).toMatchObject(ok({ effect: 'created' }));
  });
});

describe('Cancel add', () => {
  test.each<[string, AddEntry['state'], object, object | undefined]>([
    ['of a waiting one', waiting, ok(null), undefined],
    ['of a refused one', { name: 'refused', error }, ok(null), undefined],
    ['of one that was left to the user', { name: 'unknown', error }, ok(null), undefined],
    ['of one that a newer one superseded', { name: 'superseded', by: entryIdOf(2) }, tooLate, {}],
  ])('%s', async (_name, state, answer, left) => {
    const { deps, entry, state: stateNow } = await attemptOf({ entry: { state } });
    const changed = vi.fn(() => Promise.resolve());
    const service = addContactOf({ deps, entry }, { changed });
    expect(await service.cancel(entry.id)).toEqual(answer);
    expect(await stateNow()).toEqual(left && state);
    expect(changed).toHaveBeenCalledOnce();
  });

  /** Cancels an add that was under way when the worker ended. */
  async function interrupted(given: Given, usable: Result<null> = ok(null)) {
    const attempt = await attemptOf({
      ...given,
      entry: { state: { name: 'dispatching', tries: 1, mayHaveArrived: false } },
    });
    const service = addContactOf(attempt, { usable: () => Promise.resolve(usable) });
    return { ...attempt, answer: await service.cancel(attempt.entry.id) };
  }

  test('looks for the person first when the worker ended during a request', async () => {
    const { answer, state, steps } = await interrupted({ lookups: [ok(null)] });
    expect(answer).toEqual(ok(null));
    expect(await state()).toBeUndefined();
    expect(steps).toContain('lookup');
    expect(steps).not.toContain('upsert');
  });

  test('is too late when the request of a worker that ended added the person', async () => {
    const { answer, state, steps } = await interrupted({ lookups: [ok(created)] });
    expect(answer).toEqual(tooLate);
    expect(await state()).toMatchObject({ name: 'done' });
    expect(steps).not.toContain('upsert');
  });

  test('asks GetSales nothing while the key is rejected', async () => {
    const { answer, state, steps } = await interrupted({}, err({ code: 'key-rejected' }));
    expect(answer).toEqual(ok(null));
    expect(await state()).toBeUndefined();
    expect(steps).toEqual(['changed']);
  });

  test('says so when there is no such add any more', async () => {
    const service = addContactOf(await attemptOf({ entry: { state: waiting } }));
    expect(await service.cancel(entryIdOf(9))).toEqual(err({ code: 'not-found', what: 'entry' }));
  });

  test('is an error when the outbox cannot be written', async () => {
    const { deps, entry } = await attemptOf({ entry: { state: waiting } });
    const service = addContactOf({ deps, entry });
    vi.spyOn(IDBIndex.prototype, 'openCursor').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await service.cancel(entry.id)).toMatchObject({ ok: false, error: { code: 'storage-unavailable' } });
  });
});
