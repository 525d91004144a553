import { describe, expect, test, vi } from 'vitest';
import type { Transport } from '@/lib/getsales/http/transport';
import { MAX_BYTES, SELF, senderOf, setUpTransport } from './testing/set-up-transport';

const URL_ASKED = new URL('https://amazing.getsales.io/flows/api/linkedin-messages');
const OK = { kind: 'answer', status: 201, headers: { date: 'today' }, body: '{"é":1}', isShared: false } as const;

function existing(transport: Transport | null): Transport {
  return transport ?? expect.fail('no transport');
}

describe('a request over an isolated transport', () => {
  test('goes unchanged to a frame of its own, and its answer comes back', async () => {
    const { openTransport, nextFrame, documents } = setUpTransport();
    const coming = openTransport();
    const frame = await nextFrame();
    const transport = existing(await coming);
    const init = { method: 'POST', headers: { authorization: 'Bearer k' }, body: '{"text":"Hi"}' };
    const answer = transport.fetch(URL_ASKED, { ...init, signal: new AbortController().signal });
    expect(frame.received).toEqual([{ url: URL_ASKED.href, init, maxBytes: MAX_BYTES }]);
    frame.post(OK);
    const response = await answer;
    expect([response.status, response.headers.get('date')]).toEqual([201, 'today']);
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toBe(OK.body);
    transport.dismiss();
    expect(documents).toEqual(['close', 'open /single-use.html#nonce-1', 'close']);
  });

  test('waits for the one before, and gets a frame of its own', async () => {
    const { openTransport, nextFrame, documents } = setUpTransport();
    const first = openTransport();
    const second = openTransport();
    await nextFrame(1);
    const transport = existing(await first);
    await new Promise(setImmediate);
    expect(documents).not.toContain('open /single-use.html#nonce-2');
    transport.dismiss();
    await nextFrame(2);
    expect(await second).not.toBeNull();
  });

  test.each([
    ['a failure', { kind: 'failed' }],
    ['an invalid report', { kind: 'answer' }],
    ['nothing', undefined],
  ])('fails after %s', async (_what, report) => {
    const { openTransport, nextFrame } = setUpTransport();
    const coming = openTransport();
    const frame = await nextFrame();
    const answer = existing(await coming).fetch(URL_ASKED, {});
    frame.post(report);
    await expect(answer).rejects.toThrow(Error);
  });

  test('fails when the frame disconnects, and when it is aborted, which closes the document', async () => {
    const { openTransport, nextFrame, documents } = setUpTransport();
    const coming = openTransport();
    const frame = await nextFrame();
    const transport = existing(await coming);
    const abandoned = transport.fetch(URL_ASKED, {});
    frame.disconnect();
    await expect(abandoned).rejects.toThrow('gone');

    const before = documents.length;
    const timeout = new AbortController();
    const late = transport.fetch(URL_ASKED, { signal: timeout.signal });
    timeout.abort(new DOMException('too late', 'TimeoutError'));
    await expect(late).rejects.toThrow('too late');
    expect(documents.slice(before)).toEqual(['close']);
  });

  test('does not close the document of the next request when its own time is over', async () => {
    const { openTransport, nextFrame, documents } = setUpTransport();
    const coming = openTransport();
    const frame = await nextFrame(1);
    const first = existing(await coming);
    const timeout = new AbortController();
    const answer = first.fetch(URL_ASKED, { signal: timeout.signal });
    frame.post(OK);
    expect((await answer).status).toBe(201);
    first.dismiss();
    const next = openTransport();
    const other = await nextFrame(2);
    const report = existing(await next).fetch(URL_ASKED, {});
    const before = documents.length;
    timeout.abort();
    other.post(OK);
    expect((await report).status).toBe(201);
    expect(documents.slice(before)).toEqual([]);
  });

  test('is not posted when it was aborted before', async () => {
    const { openTransport, nextFrame } = setUpTransport();
    const coming = openTransport();
    const frame = await nextFrame();
    await expect(existing(await coming).fetch(URL_ASKED, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(frame.received).toEqual([]);
  });

  test('has an answer without a body, or one that broke off', async () => {
    const { openTransport, nextFrame } = setUpTransport();
    const coming = openTransport();
    const frame = await nextFrame();
    const transport = existing(await coming);
    const empty = transport.fetch(URL_ASKED, {});
    frame.post({ ...OK, status: 204, body: '' });
    expect((await empty).body).toBeNull();
    const broken = setUpTransport();
    const next = broken.openTransport();
    const other = await broken.nextFrame();
    const cut = existing(await next).fetch(URL_ASKED, {});
    other.post({ ...OK, body: null });
    await expect((await cut).text()).rejects.toThrow('broke off');
  });
});

describe('no transport', () => {
  test('is given by a browser that opens no document, and the next caller does not wait', async () => {
    const open = vi.fn(() => Promise.reject(new Error('Only a single offscreen document may be created')));
    const { openTransport } = setUpTransport({
      documents: { open, close: () => Promise.reject(new Error('none open')) },
    });
    expect(await Promise.all([openTransport(), openTransport()])).toEqual([null, null]);
    expect(open).toHaveBeenCalledTimes(2);
  });

  test('is given by a browser without offscreen documents', async () => {
    const missing = (): never => {
      throw new TypeError('offscreen is undefined');
    };
    const { openTransport } = setUpTransport({ documents: { open: missing, close: missing } });
    expect(await Promise.all([openTransport(), openTransport()])).toEqual([null, null]);
  });

  test('is given when the frame connects too late; its document closes and the late frame is disconnected', async () => {
    const { openTransport, documents, frame } = setUpTransport({ timeout: () => Promise.resolve() });
    expect(await openTransport()).toBeNull();
    expect(documents).toEqual(['close', 'open /single-use.html#nonce-1', 'close']);
    expect(frame('nonce-1').isRejected()).toBe(true);
  });

  test('is given when the document opens too late, and the next caller does not wait', async () => {
    const open = (): Promise<void> => new Promise(() => undefined);
    const { openTransport } = setUpTransport({
      documents: { open, close: () => Promise.resolve() },
      timeout: async () => {},
    });
    expect(await Promise.all([openTransport(), openTransport()])).toEqual([null, null]);
  });

  test('is given by a browser that was seen to share a connection', async () => {
    const { openTransport, nextFrame } = setUpTransport();
    const coming = openTransport();
    const waiting = openTransport();
    const frame = await nextFrame();
    const transport = existing(await coming);
    const answer = transport.fetch(URL_ASKED, {});
    frame.post({ ...OK, isShared: true });
    expect((await answer).status).toBe(201);
    transport.dismiss();
    expect(await Promise.all([waiting, openTransport()])).toEqual([null, null]);
  });
});

describe('a port', () => {
  const own = senderOf('nonce-1');
  test.each([
    ['without a sender', null],
    ['of another extension', { ...own, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['of a web page', { ...own, origin: 'https://www.linkedin.com' }],
    ['of our script in a LinkedIn tab', { ...own, url: 'https://www.linkedin.com/in/jonas', tab: { id: 1 } }],
    ['of our page in a tab', { ...own, tab: { id: 1 } }],
    ['of another page of ours', { ...own, url: `${SELF.origin}/popup.html#nonce-1` }],
    ['of an older frame', senderOf('nonce-0')],
  ])('%s is closed at once, and no request goes through it', async (_origin, sender) => {
    const waiting = Promise.resolve().then(
      () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve))),
    );
    const { openTransport, frame } = setUpTransport({ timeout: () => waiting });
    const coming = openTransport();
    await new Promise(setImmediate);
    expect(frame('nonce-1', sender).isRejected()).toBe(true);
    expect(await coming).toBeNull();
  });
});
