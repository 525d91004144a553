import { describe, expect, test, vi } from 'vitest';
import type { Carrier } from '@/lib/getsales/http/transport';
import { MAX_BYTES, SELF, senderOf, stage } from './testing/stage';

const URL_ASKED = new URL('https://amazing.getsales.io/flows/api/linkedin-messages');
const OK = { kind: 'answer', status: 201, headers: [['date', 'today']], body: '{"é":1}', isShared: false } as const;

function certain(carrier: Carrier | null): Carrier {
  return carrier ?? expect.fail('no carrier');
}

describe('what may leave only once', () => {
  test('is handed as it is to a frame that came up for it alone, and its answer comes back', async () => {
    const { carriers, nextFrame, documents } = stage();
    const coming = carriers();
    const frame = await nextFrame();
    const carrier = certain(await coming);
    const init = { method: 'POST', headers: { authorization: 'Bearer k' }, body: '{"text":"Hi"}' };
    const answer = carrier.fetch(URL_ASKED, { ...init, signal: new AbortController().signal });
    expect(frame.heard).toEqual([{ url: URL_ASKED.href, init, maxBytes: MAX_BYTES }]);
    frame.says(OK);
    const response = await answer;
    expect([response.status, response.headers.get('date')]).toEqual([201, 'today']);
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toBe(OK.body);
    carrier.dismiss();
    expect(documents).toEqual(['close', 'open /courier.html#nonce-1', 'close']);
  });

  test('waits until the one before is done, and gets a frame of its own', async () => {
    const { carriers, nextFrame, documents } = stage();
    const first = carriers();
    const second = carriers();
    await nextFrame(1);
    const carrier = certain(await first);
    await new Promise(setImmediate);
    expect(documents).not.toContain('open /courier.html#nonce-2');
    carrier.dismiss();
    await nextFrame(2);
    expect(await second).not.toBeNull();
  });

  test.each([
    ['a failure', { kind: 'failed' }],
    ['something that is no report', { kind: 'answer' }],
    ['nothing', undefined],
  ])('is unknown after %s', async (_what, report) => {
    const { carriers, nextFrame } = stage();
    const coming = carriers();
    const frame = await nextFrame();
    const answer = certain(await coming).fetch(URL_ASKED, {});
    frame.says(report);
    await expect(answer).rejects.toThrow(Error);
  });

  test('is unknown when the frame goes, and when it is given up, which takes the frame away', async () => {
    const { carriers, nextFrame, documents } = stage();
    const coming = carriers();
    const frame = await nextFrame();
    const carrier = certain(await coming);
    const abandoned = carrier.fetch(URL_ASKED, {});
    frame.goes();
    await expect(abandoned).rejects.toThrow('gone');

    const before = documents.length;
    const timeout = new AbortController();
    const late = carrier.fetch(URL_ASKED, { signal: timeout.signal });
    timeout.abort(new DOMException('too late', 'TimeoutError'));
    await expect(late).rejects.toThrow('too late');
    expect(documents.slice(before)).toEqual(['close']);
  });

  test('does not take away, when its time is over, the document of whoever came after it', async () => {
    const { carriers, nextFrame, documents } = stage();
    const coming = carriers();
    const frame = await nextFrame(1);
    const first = certain(await coming);
    const timeout = new AbortController();
    const answer = first.fetch(URL_ASKED, { signal: timeout.signal });
    frame.says(OK);
    expect((await answer).status).toBe(201);
    first.dismiss();
    const next = carriers();
    const other = await nextFrame(2);
    const report = certain(await next).fetch(URL_ASKED, {});
    const before = documents.length;
    timeout.abort();
    other.says(OK);
    expect((await report).status).toBe(201);
    expect(documents.slice(before)).toEqual([]);
  });

  test('is not even handed over when it was given up before', async () => {
    const { carriers, nextFrame } = stage();
    const coming = carriers();
    const frame = await nextFrame();
    await expect(certain(await coming).fetch(URL_ASKED, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(frame.heard).toEqual([]);
  });

  test('may have an answer without a body, or one that broke off', async () => {
    const { carriers, nextFrame } = stage();
    const coming = carriers();
    const frame = await nextFrame();
    const carrier = certain(await coming);
    const empty = carrier.fetch(URL_ASKED, {});
    frame.says({ ...OK, status: 204, body: '' });
    expect((await empty).body).toBeNull();
    const broken = stage();
    const next = broken.carriers();
    const other = await broken.nextFrame();
    const cut = certain(await next).fetch(URL_ASKED, {});
    other.says({ ...OK, body: null });
    await expect((await cut).text()).rejects.toThrow('broke off');
  });
});

describe('no carrier', () => {
  test('comes from a browser that opens no document, and nobody behind has to wait', async () => {
    const open = vi.fn(() => Promise.reject(new Error('Only a single offscreen document may be created')));
    const { carriers } = stage({ documents: { open, close: () => Promise.reject(new Error('none open')) } });
    expect(await Promise.all([carriers(), carriers()])).toEqual([null, null]);
    expect(open).toHaveBeenCalledTimes(2);
  });

  test('comes from a browser that has never heard of such documents', async () => {
    const unheard = (): never => {
      throw new TypeError('offscreen is undefined');
    };
    const { carriers } = stage({ documents: { open: unheard, close: unheard } });
    expect(await Promise.all([carriers(), carriers()])).toEqual([null, null]);
  });

  test('comes when the frame does not come up in time; its document goes, and so does the frame if it comes late', async () => {
    const { carriers, documents, frame } = stage({ patience: () => Promise.resolve() });
    expect(await carriers()).toBeNull();
    expect(documents).toEqual(['close', 'open /courier.html#nonce-1', 'close']);
    expect(frame('nonce-1').isSentAway()).toBe(true);
  });

  test('comes when the document does not open in time, and nobody behind has to wait', async () => {
    const open = (): Promise<void> => new Promise(() => undefined);
    const { carriers } = stage({ documents: { open, close: () => Promise.resolve() }, patience: async () => {} });
    expect(await Promise.all([carriers(), carriers()])).toEqual([null, null]);
  });

  test('comes from a browser that was seen to share the connection', async () => {
    const { carriers, nextFrame } = stage();
    const coming = carriers();
    const waiting = carriers();
    const frame = await nextFrame();
    const carrier = certain(await coming);
    const answer = carrier.fetch(URL_ASKED, {});
    frame.says({ ...OK, isShared: true });
    expect((await answer).status).toBe(201);
    carrier.dismiss();
    expect(await Promise.all([waiting, carriers()])).toEqual([null, null]);
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
    const { carriers, frame } = stage({ patience: () => waiting });
    const coming = carriers();
    await new Promise(setImmediate);
    frame('nonce-1', sender);
    expect(await coming).toBeNull();
  });
});
