import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SEND_TTL_MS } from '@/lib/domain/outbox/send-transitions';
import type { AppError } from '@/lib/domain/app-error';
import type { SendEntry, SendState } from '@/lib/domain/outbox/outbox-entry';
import { err, ok } from '@/lib/domain/result';
import { createOutboxStore, type Outbox } from '@/lib/outbox/outbox';
import { entryIdOf, messageIdOf, sendEntry } from '@/lib/outbox/testing/entries';
import { messageOf } from '../testing/message';
import { dispatchMessage, end, type DispatchDeps } from './dispatch-message';

const id = entryIdOf(1);
const queued = { name: 'queued', sendAt: '2026-11-23T12:00:06.000Z', blockedBy: null } as const;
const entry = sendEntry(1, { state: queued });
const NOW = Date.parse(entry.createdAt) + 5_000;
const LATER = new Date(NOW + 30_000).toISOString();
const full = { code: 'storage-unavailable', trouble: 'quota' } as const;
const cancelled = err({ code: 'cancelled' });
const blocked = (blockedBy: AppError) => ok({ state: 'queued', entryId: id, sendAt: LATER, blockedBy });

let outbox: Outbox;
let posted: unknown[];
let changes: number;

beforeEach(async () => {
  outbox = createOutboxStore(() => NOW).of({ owns: () => true });
  await outbox.add(entry);
  posted = [];
  changes = 0;
});

type Client = DispatchDeps['client'];

function depsWith(client: Partial<Client> = {}, change: Partial<DispatchDeps> = {}): DispatchDeps {
  return {
    outbox,
    client: {
      message: () => Promise.resolve(ok(null)),
      sentMessages: () => Promise.resolve(ok({ messages: [messageOf(7)], skewMs: 40 })),
      send: (message) => {
        posted.push(message);
        return Promise.resolve(ok(messageOf(8)));
      },
      ...client,
    },
    cancelPeriods: {
      sendAt: () => Promise.resolve(NOW),
      wait: () => Promise.resolve(),
      end: () => undefined,
    },
    settle: async (settledId, event) => {
      await outbox.applyToSend(settledId, event);
    },
    now: () => NOW,
    changed: () => Promise.resolve(void (changes += 1)),
    ...change,
  };
}

const fails = <E>(error: E) => Promise.resolve(err(error));
const stored = async (): Promise<SendEntry | null> => {
  const found = await outbox.get(id);
  return found.ok && found.value?.kind === 'send' ? found.value : null;
};
/** Makes every change of stored records fail. */
const fillDisk = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });

test('a message is posted once, after its dispatch is on disk with the conversation before', async () => {
  const onDisk: (SendEntry | null)[] = [];
  const send: Client['send'] = async (message) => {
    posted.push(message);
    onDisk.push(await stored());
    return ok(messageOf(8));
  };
  expect(await dispatchMessage(depsWith({ send }), entry)).toEqual(ok({ state: 'sent', message: messageOf(8) }));
  const { contactId, senderId, text } = entry;
  expect(posted).toEqual([{ contactId, senderId, text }]);
  const dispatchedAt = new Date(NOW).toISOString();
  expect(onDisk).toMatchObject([
    { state: { name: 'dispatching' }, baseline: [messageIdOf(7)], skewMs: 40, dispatchedAt },
  ]);
  expect(await stored()).toMatchObject({ state: { name: 'sent', messageId: messageIdOf(8) } });
});

describe('a message that cannot be sent now', () => {
  test.each<[string, Partial<Client>, object, Partial<SendState>]>([
    [
      'without a connection waits',
      { sentMessages: () => fails({ code: 'offline' }) },
      blocked({ code: 'offline' }),
      { name: 'queued', sendAt: LATER, blockedBy: { code: 'offline' } },
    ],
    [
      'with a key that GetSales rejects is refused',
      { sentMessages: () => fails({ code: 'key-rejected' }) },
      err({ code: 'key-rejected' }),
      { name: 'refused', error: { code: 'key-rejected' } },
    ],
    [
      'with a key that was replaced before the POST waits for the next',
      { send: () => fails({ fate: 'not-done', error: { code: 'key-replaced' } }) },
      blocked({ code: 'key-replaced' }),
      { name: 'queued', sendAt: LATER, blockedBy: { code: 'key-replaced' } },
    ],
    [
      'is unconfirmed if its key was replaced after the POST',
      { send: () => fails({ fate: 'unknown', error: { code: 'key-replaced' } }) },
      ok({ state: 'unknown', entryId: id }),
      { name: 'unknown', error: { code: 'key-replaced' }, checks: 1 },
    ],
    [
      'because GetSales refuses it',
      { send: () => fails({ fate: 'not-done', error: { code: 'bad-request' } }) },
      err({ code: 'bad-request' }),
      { name: 'refused', error: { code: 'bad-request' } },
    ],
  ])('%s', async (_name, client, answer, state) => {
    expect(await dispatchMessage(depsWith(client), entry)).toEqual(answer);
    expect((await stored())?.state).toEqual(state);
  });

  test('is told to the screens', async () => {
    await dispatchMessage(depsWith({ sentMessages: () => fails({ code: 'offline' }) }), entry);
    await dispatchMessage(depsWith({ sentMessages: () => fails({ code: 'key-rejected' }) }), entry);
    expect(changes).toBe(2);
  });
});

describe('a message whose answer got lost', () => {
  const lost: Client['send'] = () => fails({ fate: 'unknown', error: { code: 'offline' } });
  /** Answers before the POST, and then as the test says. */
  const then = (after: Client['sentMessages']): Client['sentMessages'] => {
    const answers = [depsWith().client.sentMessages, after];
    return (...wanted) => (answers.shift() ?? after)(...wanted);
  };

  test.each<[string, Client['sentMessages'], object, object]>([
    [
      'is sent when GetSales lists it',
      () => Promise.resolve(ok({ messages: [messageOf(7), messageOf(8, { createdAt: null })], skewMs: 0 })),
      { state: 'sent', message: { id: messageIdOf(8) } },
      { name: 'sent', messageId: messageIdOf(8) },
    ],
    [
      'is unconfirmed when it does not',
      () => Promise.resolve(ok({ messages: [messageOf(7)], skewMs: 0 })),
      { state: 'unknown', entryId: id },
      { name: 'unknown', error: { code: 'offline' }, checks: 1 },
    ],
    [
      'is unconfirmed when it cannot be asked',
      () => fails({ code: 'offline' }),
      { state: 'unknown', entryId: id },
      { name: 'unknown', checks: 1 },
    ],
  ])('%s', async (_name, after, answer, state) => {
    expect(await dispatchMessage(depsWith({ send: lost, sentMessages: then(after) }), entry)).toMatchObject(ok(answer));
    expect((await stored())?.state).toMatchObject(state);
  });
});

describe('a message that ended while it waited', () => {
  const waitFor = (task: () => Promise<unknown>): Partial<DispatchDeps> => ({
    cancelPeriods: {
      ...depsWith().cancelPeriods,
      wait: async () => {
        await task();
      },
    },
  });
  const isOffline: Client['sentMessages'] = () => fails({ code: 'offline' });
  const rejects: Client['sentMessages'] = () => fails({ code: 'key-rejected' });

  test.each<[string, Partial<Client>]>([
    ['sent', {}],
    ['delayed', { sentMessages: isOffline }],
    ['refused', { sentMessages: rejects }],
  ])('is not %s once it was cancelled or removed', async (_name, client) => {
    const cancel = waitFor(() => outbox.applyToSend(id, { type: 'cancelled', why: 'by-user' }));
    expect(await dispatchMessage(depsWith(client, cancel), entry)).toEqual(cancelled);
    const remove = waitFor(() => outbox.remove(['cancelled'], () => true));
    expect(await dispatchMessage(depsWith(client, remove), entry)).toEqual(cancelled);
    expect(posted).toEqual([]);
  });

  test('expires when it is too old afterwards', async () => {
    const late = depsWith({}, { now: () => Date.parse(entry.createdAt) + SEND_TTL_MS + 1 });
    expect(await dispatchMessage(late, entry)).toEqual(cancelled);
    expect((await stored())?.state).toEqual({ name: 'cancelled', why: 'expired' });
    expect(posted).toEqual([]);
  });
});

describe('on a full disk', () => {
  beforeEach(() => {
    fillDisk();
  });

  test('a message is not posted without a record, and stays queued', async () => {
    expect(await dispatchMessage(depsWith(), entry)).toEqual(blocked(full));
    expect(posted).toEqual([]);
    expect((await stored())?.state).toEqual(queued);
  });

  test('a message that was to end stays queued', async () => {
    const answer = await end(depsWith(), id, { type: 'cancelled', why: 'expired' }, { code: 'cancelled' });
    expect(answer).toEqual(blocked(full));
    expect(changes).toBe(2);
  });
});
