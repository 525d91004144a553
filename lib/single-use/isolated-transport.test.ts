import { describe, expect, test, vi } from 'vitest';
import type { Transport } from '@/lib/getsales/http/transport';
import { MAX_BYTES, SELF, senderOf, stage } from './testing/stage';

const URL_ASKED = new URL('https://amazing.getsales.io/flows/api/linkedin-messages');
const OK = { kind: 'answer', status: 201, headers: [['date', 'today']], body: '{"é":1}', isShared: false } as const;

function certain(transport: Transport | null): Transport {
  return transport ?? expect.fail('no transport');
}

describe('what may leave only once', () => {
  test('is handed as it is to a frame that came up for it alone, and its answer comes back', async () => {
    const { openTransport, nextFrame, documents } = stage();
    const coming = openTransport();
    const frame = await nextFrame();
    const transport = certain(await coming);
    const init = { method: 'POST', headers: { authorization: 'Bearer k' }, body: '{"text":"Hi"}' };
    const answer = transport.fetch(URL_ASKED, { ...init, signal: new AbortController().signal });
    expect(frame.heard).toEqual([{ url: URL_ASKED.href, init, maxBytes: MAX_BYTES }]);
    frame.says(OK);
    const response = await answer;
    expect([response.status, response.headers.get('date')]).toEqual([201, 'today']);
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toBe(OK.body);
    transport.dismiss();
    expect(documents).toEqual(['close', 'open /single-use.html#nonce-1', 'close']);
  });

  test('waits until the one before is done, and gets a frame of its own', async () => {
    const { openTransport, nextFrame, documents } = stage();
    const first = openTransport();
    const second = openTransport();
    await nextFrame(1);
    const transport = certain(await first);
    await new Promise(setImmediate);
    expect(documents).not.toContain('open /single-use.html#nonce-2');
    transport.dismiss();
    await nextFrame(2);
    expect(await second).not.toBeNull();
  });

  test.each([
    ['a failure', { kind: 'failed' }],
    ['something that is no report', { kind: 'answer' }],
    ['nothing', undefined],
  ])('is unknown after %s', async (_what, report) => {
    const { openTransport, nextFrame } = stage();
    const coming = openTransport();
    const frame = await nextFrame();
    const answer = certain(await coming).fetch(URL_ASKED, {});
    frame.says(report);
    await expect(answer).rejects.toThrow(Error);
  });

  test('is unknown when the frame goes, and when it is given up, which takes the frame away', async () => {
    const { openTransport, nextFrame, documents } = stage();
    const coming = openTransport();
    const frame = await nextFrame();
    const transport = certain(await coming);
    const abandoned = transport.fetch(URL_ASKED, {});
    frame.goes();
    await expect(abandoned).rejects.toThrow('gone');

    const before = documents.length;
    const timeout = new AbortController();
    const late = transport.fetch(URL_ASKED, { signal: timeout.signal });
    timeout.abort(new DOMException('too late', 'TimeoutError'));
    await expect(late).rejects.toThrow('too late');
    expect(documents.slice(before)).toEqual(['close']);
  });

  test('does not take away, when its time is over, the document of whoever came after it', async () => {
    const { openTransport, nextFrame, documents } = stage();
    const coming = openTransport();
    const frame = await nextFrame(1);
    const first = certain(await coming);
    const timeout = new AbortController();
    const answer = first.fetch(URL_ASKED, { signal: timeout.signal });
    frame.says(OK);
    expect((await answer).status).toBe(201);
    first.dismiss();
    const next = openTransport();
    const other = await nextFrame(2);
    const report = certain(await next).fetch(URL_ASKED, {});
    const before = documents.length;
    timeout.abort();
    other.says(OK);
    expect((await report).status).toBe(201);
    expect(documents.slice(before)).toEqual([]);
  });

  test('is not even handed over when it was given up before', async () => {
    const { openTransport, nextFrame } = stage();
    const coming = openTransport();
    const frame = await nextFrame();
    await expect(certain(await coming).fetch(URL_ASKED, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(frame.heard).toEqual([]);
  });

  test('may have an answer without a body, or one that broke off', async () => {
    const { openTransport, nextFrame } = stage();
    const coming = openTransport();
    const frame = await nextFrame();
    const transport = certain(await coming);
    const empty = transport.fetch(URL_ASKED, {});
    frame.says({ ...OK, status: 204, body: '' });
    expect((await empty).body).toBeNull();
    const broken = stage();
    const next = broken.openTransport();
    const other = await broken.nextFrame();
    const cut = certain(await next).fetch(URL_ASKED, {});
    other.says({ ...OK, body: null });
    await expect((await cut).text()).rejects.toThrow('broke off');
  });
});

describe('no transport', () => {
  test('comes from a browser that opens no document, and nobody behind has to wait', async () => {
    const open = vi.fn(() => Promise.reject(new Error('Only a single offscreen document may be created')));
    const { openTransport } = stage({ documents: { open, close: () => Promise.reject(new Error('none open')) } });
    expect(await Promise.all([openTransport(), openTransport()])).toEqual([null, null]);
    expect(open).toHaveBeenCalledTimes(2);
  });

  test('comes from a browser that has never heard of such documents', async () => {
    const unheard = (): never => {
      throw new TypeError('offscreen is undefined');
    };
    const { openTransport } = stage({ documents: { open: unheard, close: unheard } });
    expect(await Promise.all([openTransport(), openTransport()])).toEqual([null, null]);
  });

  test('comes when the frame does not come up in time; its document goes, and so does the frame if it comes late', async () => {
    const { openTransport, documents, frame } = stage({ timeout: () => Promise.resolve() });
    expect(await openTransport()).toBeNull();
    expect(documents).toEqual(['close', 'open /single-use.html#nonce-1', 'close']);
    expect(frame('nonce-1').isSentAway()).toBe(true);
  });

  test('comes when the document does not open in time, and nobody behind has to wait', async () => {
    const open = (): Promise<void> => new Promise(() => undefined);
    const { openTransport } = stage({ documents: { open, close: () => Promise.resolve() }, timeout: async () => {} });
    expect(await Promise.all([openTransport(), openTransport()])).toEqual([null, null]);
  });

  test('comes from a browser that was seen to share the connection', async () => {
    const { openTransport, nextFrame } = stage();
    const coming = openTransport();
    const waiting = openTransport();
    const frame = await nextFrame();
    const transport = certain(await coming);
    const answer = transport.fetch(URL_ASKED, {});
    frame.says({ ...OK, isShared: true });
    expect((await answer).status).toBe(201);
    transport.dismiss();
    expect(await Promise.all([waiting, openTransport()])).toEqual([null, null]);
  });
});

describe('a line', () => {
  const own = senderOf('nonce-1');
  test.each([
    ['without a sender', null],
    ['of another extension', { ...own, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['of a web page', { ...own, origin: 'https://www.linkedin.com' }],
    ['of our script in a LinkedIn tab', { ...own, url: 'https://www.linkedin.com/in/jonas', tab: { id: 1 } }],
    ['of our page in a tab', { ...own, tab: { id: 1 } }],
    ['of another page of ours', { ...own, url: `${SELF.origin}/popup.html#nonce-1` }],
    ['of an older frame', senderOf('nonce-0')],
  ])('%s is not listened to', async (_who, sender) => {
    const waiting = Promise.resolve().then(
      () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve))),
    );
    const { openTransport, frame } = stage({ timeout: () => waiting });
    const coming = openTransport();
    await new Promise(setImmediate);
    frame('nonce-1', sender);
    expect(await coming).toBeNull();
  });
});
