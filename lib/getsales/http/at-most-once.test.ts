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

/** OpenTransport that note what they carried and that they were let go. */
function noting() {
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

describe('what may leave only once', () => {
  test('leaves over a connection of its own, each time another; what may be repeated does not', async () => {
    const { notes, openTransport } = noting();
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

  test('does not leave when there is no such connection', async () => {
    const me = client({ openTransport: () => Promise.resolve(null) });
    const refused = { fate: 'not-done', error: { code: 'may-repeat' } };
    expect(errorOf(await me.send(message))).toEqual(refused);
    expect(errorOf(await me.retry(messageId))).toEqual(refused);
    expect(errorOf(await me.createList('Fair'))).toEqual(refused);
    expect(asked()).toEqual([]);
  });

  test('lets its connection go also when it was given up, or lost its key, while it waited for it', async () => {
    const { notes, openTransport } = noting();
    const gone = new AbortController();
    const slow = async (): Promise<Transport> => {
      gone.abort();
      return openTransport();
    };
    expect(errorOf(await client({ openTransport: slow }).send(message, gone.signal))).toEqual({
      fate: 'not-done',
      error: { code: 'cancelled' },
    });
    let key: string | null = sandbox().key;
    const signingOut = async (): Promise<Transport> => {
      key = null;
      return openTransport();
    };
    const me = client({ openTransport: signingOut, key: () => Promise.resolve(key) });
    expect(errorOf(await me.send(message))).toEqual({ fate: 'not-done', error: { code: 'not-connected' } });
    expect(notes).toEqual(['dismissed', 'dismissed']);
    expect(asked()).toEqual([]);
  });

  test('is unknown once it was handed over, whatever comes then', async () => {
    const transport: Transport = { fetch: () => Promise.reject(new TypeError('gone')), dismiss: () => undefined };
    const me = client({ openTransport: () => Promise.resolve(transport) });
    expect(errorOf(await me.send(message))).toEqual({
      fate: 'unknown',
      error: { code: 'unreachable', why: 'network' },
    });
  });
});
