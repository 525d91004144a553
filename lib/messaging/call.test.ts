import { getEventListeners } from 'node:events';
import { titleOf } from '@/e2e/faults/catalogue/table/catalogue';
import { describe, expect, test } from 'vitest';
import { ContactId, EntryId, SenderId } from '@/lib/domain/ids';
import { call } from './call';

const UUID = '00000000-0000-4000-8000-000000000001';
const entryId = EntryId.parse(UUID);
const message = {
  entryId,
  contactId: ContactId.parse(UUID),
  senderId: SenderId.parse(UUID),
  personName: 'Ana',
  text: 'Hello',
  overrides: null,
};

/** A worker with this answer. */
function worker(answer: () => Promise<unknown>) {
  const asked: unknown[] = [];
  return {
    asked,
    runtime: {
      sendMessage: (envelope: unknown) => {
        asked.push(envelope);
        return answer();
      },
    },
  };
}

const channelClosed = () => Promise.reject(new Error('the message channel closed before a response was received'));

describe('calling the worker', () => {
  test('sends name and input, and returns the worker’s answer', async () => {
    const api = worker(() => Promise.resolve({ ok: true, value: { state: 'disconnected' } }));
    expect(await call(null, 'session.get', {}, undefined, api)).toEqual({ ok: true, value: { state: 'disconnected' } });
    expect(api.asked).toEqual([{ name: 'session.get', input: {}, account: null }]);
  });

  test.each([
    ['died while it worked', channelClosed],
    ['did not answer at all', () => Promise.resolve(undefined)],
    ['answered null', () => Promise.resolve(null)],
    ['answered with a text', () => Promise.resolve('ok')],
    ['answered with something else', () => Promise.resolve({ value: [] })],
  ])('reports a lost channel when the worker %s', async (_name, answer) => {
    expect(await call(null, 'lists.get', { fresh: false }, undefined, worker(answer))).toEqual({
      ok: false,
      error: { code: 'unexpected', reference: 'channel-lost' },
    });
  });

  test.each([
    ['died while it sent', channelClosed],
    ['did not answer at all', () => Promise.resolve(undefined)],
  ])('reports a message as unconfirmed and sends it once when the worker %s', async (_name, answer) => {
    const api = worker(answer);
    expect(await call(null, 'message.send', message, undefined, api)).toEqual({
      ok: false,
      error: { code: 'unconfirmed', entryId },
    });
    expect(api.asked).toHaveLength(1);
  });

  test.each([
    ['cyclic', 'Could not serialize message.'],
    ['of 65 MB', 'Message exceeded maximum allowed size of 64MiB.'],
  ])(titleOf('M-5', '%s, which Chrome refuses with an exception'), async (_name, refusal) => {
    const refusing = worker(() => {
      throw new TypeError(refusal);
    });
    expect(await call(null, 'outbox.recent', { contactId: null }, undefined, refusing)).toEqual({
      ok: false,
      error: { code: 'unexpected', reference: 'channel-lost' },
    });
  });

  test('reports a lost channel also for other actions on an outbox entry', async () => {
    expect(await call(null, 'contact.undo', { entryId }, undefined, worker(channelClosed))).toEqual({
      ok: false,
      error: { code: 'unexpected', reference: 'channel-lost' },
    });
  });

  test('answers at once when the caller aborts', async () => {
    const abort = new AbortController();
    const answer = call(
      null,
      'lists.get',
      { fresh: false },
      abort.signal,
      worker(() => new Promise(() => undefined)),
    );
    abort.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  test('returns the answer to a caller who could still abort, and stops listening for that', async () => {
    const { signal } = new AbortController();
    const api = worker(() => Promise.resolve({ ok: true, value: null }));
    const answer = call(null, 'session.signOut', { confirmed: null }, signal, api);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    expect(await answer).toEqual({ ok: true, value: null });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('sends nothing when the caller has already aborted', async () => {
    const api = worker(() => Promise.resolve({ ok: true, value: null }));
    expect(await call(null, 'session.signOut', { confirmed: null }, AbortSignal.abort(), api)).toMatchObject({
      error: { code: 'cancelled' },
    });
    expect(api.asked).toEqual([]);
  });
});
