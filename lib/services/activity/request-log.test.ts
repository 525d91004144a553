import { sendingWorld, TEXT } from '@/e2e/support/sending';
import { LOOKUP, MESSAGES } from '@/e2e/support/worker-people';
import { expect, test, vi } from 'vitest';
import { ok } from '@/lib/domain/result';

test('the request log lists requests by path and field names, never by value, also in the next worker', async () => {
  const { worker, startWorker, sendOf, now } = await sendingWorld();
  await worker.ask('message.send', sendOf());
  const fieldNames = ['sender_profile_uuid', 'lead_uuid', 'text'];
  const sent = { method: 'POST', path: MESSAGES, fieldNames, status: 201, at: now() };
  await vi.waitFor(async () => {
    const logged = await startWorker().ask('requestLog.recent', {});
    expect(logged).toMatchObject(ok({ 0: sent, 1: { method: 'GET', path: MESSAGES, status: 200 } }));
    expect(JSON.stringify(logged)).toContain(LOOKUP);
    expect(JSON.stringify(logged)).not.toContain(TEXT);
  });
});

test('the request log lists a request without an answer, but not one that could not be sent', async () => {
  const world = await sendingWorld();
  world.faultPost({ connection: 'reset-before' });
  await world.worker.ask('message.send', world.sendOf());
  world.setOnline(false);
  await world.worker.ask('senders.get', { fresh: true });
  await vi.waitFor(async () => {
    const logged = await world.worker.ask('requestLog.recent', {});
    expect(logged).toMatchObject(ok({ 0: { method: 'GET', path: MESSAGES }, 1: { path: MESSAGES, status: null } }));
  });
});

test('the request log is empty after signing out', async () => {
  const { worker } = await sendingWorld();
  await worker.ask('senders.get', { fresh: true });
  await worker.ask('session.signOut', { confirmed: null });
  expect(await worker.ask('requestLog.recent', {})).toEqual(ok([]));
});

test('a request log that cannot be written is reported, and does not stop a send', async () => {
  const { worker, reports, sendOf } = await sendingWorld();
  const add = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.name === 'requests') throw new DOMException('full', 'QuotaExceededError');
    return add.apply(this, given);
  });
  expect(await worker.ask('message.send', sendOf())).toMatchObject(ok({ state: 'sent' }));
  await vi.waitFor(() => expect(reports).toContain('request-not-logged'));
  vi.restoreAllMocks();
});
