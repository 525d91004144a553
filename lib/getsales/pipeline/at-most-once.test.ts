import { describe, expect, test } from 'vitest';
import { jonas } from '@/e2e/support/cast';
import type { Exchange } from '@/lib/domain/exchange';
import { ContactId, SenderId } from '@/lib/domain/ids';
import { againstSandbox, errorOf } from '../testing/against-sandbox';
import { bySlug } from '../testing/people';
import { until } from '../testing/until';

const { client, meets, asked } = againstSandbox();
const MESSAGES = '/flows/api/linkedin-messages';
const message = {
  contactId: ContactId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7001'),
  senderId: SenderId.parse('7f2b8f0e-3f0a-4f0e-9e58-5a2f6b1c7002'),
  text: `Hello ${jonas.firstName}`,
};

/** A browser that fails before it has read anything of the body, as for a name that is not found, or a stream over HTTP/1.1. */
const refusing: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));

describe('what may leave only once', () => {
  test('leaves as a body that nobody can read twice; what may be repeated does not', async () => {
    const bodies: (readonly [string, boolean])[] = [];
    const watching: typeof fetch = (input, init) => {
      bodies.push([init?.method ?? '', init?.body instanceof ReadableStream]);
      return fetch(input, init);
    };
    const me = client({ fetch: watching });
    await me.send(message);
    await me.createList('Fair');
    await me.lookup(bySlug(jonas.slug));
    expect(bodies).toEqual([
      ['POST', true],
      ['POST', true],
      ['POST', false],
    ]);
  });

  test('is known not to have left when nobody read it, and is not noted as an exchange', async () => {
    const notes: Exchange[] = [];
    const me = client({ fetch: refusing, onExchange: (note) => notes.push(note) });
    expect(errorOf(await me.send(message))).toEqual({
      fate: 'not-done',
      error: { code: 'unreachable', why: 'network' },
    });
    expect(notes).toEqual([]);
  });

  test.each(['http/1.1', 'http/1.0'])(
    'over %s, where browsers refuse such a body, the reason is told',
    async (spoken) => {
      const me = client({ fetch: refusing, protocol: () => spoken });
      expect(errorOf(await me.send(message))).toEqual({
        fate: 'not-done',
        error: { code: 'may-repeat', why: 'connection' },
      });
    },
  );

  test.each(['h2', 'h3', null])('over %s that is not the reason', async (spoken) => {
    const me = client({ fetch: refusing, protocol: () => spoken });
    expect(errorOf(await me.send(message)).error).toEqual({ code: 'unreachable', why: 'network' });
  });

  test('stays unknown when it was read, whatever the connection speaks', async () => {
    meets(MESSAGES, { connection: 'reset-before' });
    const me = client({ protocol: () => 'http/1.1' });
    expect(errorOf(await me.send(message))).toEqual({
      fate: 'unknown',
      error: { code: 'unreachable', why: 'network' },
    });
    expect(asked()).toEqual([`POST ${MESSAGES}`]);
  });

  test('does not leave at all in a browser that cannot send such a body', async () => {
    const me = client({ canStream: false });
    expect(errorOf(await me.send(message))).toEqual({
      fate: 'not-done',
      error: { code: 'may-repeat', why: 'browser' },
    });
    expect(asked()).toEqual([]);
  });

  test('given up before it was read, it is known not to have left; afterwards nobody knows', async () => {
    const gone = new AbortController();
    const waiting: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    const early = client({ fetch: waiting }).send(message, gone.signal);
    await new Promise(setImmediate);
    gone.abort();
    expect(errorOf(await early)).toEqual({ fate: 'not-done', error: { code: 'cancelled' } });

    const later = new AbortController();
    const hanging = meets(MESSAGES, { connection: 'hang' });
    const late = client().send(message, later.signal);
    await until(() => hanging.hits() > 0);
    later.abort();
    expect(errorOf(await late)).toEqual({ fate: 'unknown', error: { code: 'cancelled' } });
  });
});
