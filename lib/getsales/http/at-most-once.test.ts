import { describe, expect, test } from 'vitest';
import { jonas } from '@/e2e/support/cast';
import { ContactId, MessageId, SenderId } from '@/lib/domain/ids';
import { againstSandbox, bySlug, errorOf } from '../testing/against-sandbox';
import type { Transport } from './transport';

const { client, asked, sandbox } = againstSandbox();
const message = {
  contactId: ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001'),
  senderId: SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002'),
  text: `Hello ${jonas.firstName}`,
};
const messageId = MessageId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7003');

/** A transport that records its requests and its end. */
function recordingTransport() {
  const notes: string[] = [];
  const openTransport = (): Promise<Transport> =>
    Promise.resolve({
      fetch: (url, init) => {
        notes.push(`${String(init.method)} ${url.pathname}`);
        return fetch(url, init);
      },
      dismiss: () => void notes.push('dismissed'),
    });
  return { notes, openTransport };
}

describe('a call of mode once', () => {
  test('has a new connection each time; repeatable calls do not', async () => {
    const { notes, openTransport } = recordingTransport();
    const me = client({ openTransport });
    await me.send(message);
    await me.retry(messageId);
    await me.createList('Fair');
    await me.lookup(bySlug(jonas.slug));
    await me.senders();
    expect(notes).toEqual([
      'POST /flows/api/linkedin-messages',
      'dismissed',
      `PUT /flows/api/linkedin-messages/${messageId}/retry`,
      'dismissed',
      'POST /leads/api/lists',
      'dismissed',
    ]);
  });

  test('is not sent without a new connection', async () => {
    const me = client({ openTransport: () => Promise.resolve(null) });
    const refused = { fate: 'not-done', error: { code: 'may-repeat' } };
    expect(errorOf(await me.send(message))).toEqual(refused);
    expect(errorOf(await me.retry(messageId))).toEqual(refused);
    expect(errorOf(await me.createList('Fair'))).toEqual(refused);
    expect(asked()).toEqual([]);
  });

  test('closes its connection also when it is aborted or loses its key while opening it', async () => {
    const { notes, openTransport } = recordingTransport();
    const abort = new AbortController();
    const slow = async (): Promise<Transport> => {
      abort.abort();
      return openTransport();
    };
    expect(errorOf(await client({ openTransport: slow }).send(message, abort.signal))).toEqual({
      fate: 'not-done',
      error: { code: 'cancelled' },
    });
    let key: string | null = sandbox().key;
    const eraseKey = async (): Promise<Transport> => {
      key = null;
      return openTransport();
    };
    const me = client({ openTransport: eraseKey, key: () => Promise.resolve(key) });
    expect(errorOf(await me.send(message))).toEqual({ fate: 'not-done', error: { code: 'not-connected' } });
    expect(notes).toEqual(['dismissed', 'dismissed']);
    expect(asked()).toEqual([]);
  });

  test('is unknown after any failure of the connection', async () => {
    const transport: Transport = { fetch: () => Promise.reject(new TypeError('gone')), dismiss: () => undefined };
    const me = client({ openTransport: () => Promise.resolve(transport) });
    expect(errorOf(await me.send(message))).toEqual({
      fate: 'unknown',
      error: { code: 'unreachable', why: 'network' },
    });
  });
});
