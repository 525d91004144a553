import { describe, expect, test } from 'vitest';
import type { FramePort } from './frame-protocol';
import { sendOnce, serveFrameRequest, type Timing } from './frame';

/** A running frame, with the worker's end of its port. */
function startFrame(fetch: typeof globalThis.fetch) {
  const reports: unknown[] = [];
  let post: (message: unknown) => void = () => undefined;
  let die = (): void => undefined;
  let endTimeout = (): void => undefined;
  let closed = false;
  serveFrameRequest('nonce-1', {
    fetch,
    timingOf: () => undefined,
    connect: (name): FramePort => ({
      name,
      onMessage: { addListener: (listener) => (post = listener) },
      onDisconnect: { addListener: (listener) => (die = listener) },
      postMessage: (message) => void reports.push(message),
      disconnect: () => undefined,
    }),
    close: () => (closed = true),
    timeout: () => new Promise((resolve) => (endTimeout = resolve)),
  });
  return {
    reports,
    post: (message: unknown) => post(message),
    die: () => die(),
    endTimeout: () => endTimeout(),
    isClosed: () => closed,
  };
}

const request = { url: 'https://amazing.getsales.io/x', init: {}, maxBytes: 9 };
const nextTurn = () => new Promise(setImmediate);

test('a frame sends its request and reports the answer', async () => {
  const { reports, post } = startFrame(() => Promise.resolve(new Response('yes')));
  post(request);
  await nextTurn();
  expect(reports).toMatchObject([{ kind: 'answer', status: 200, body: 'yes' }]);
});

test('a frame whose worker died lets the request finish, then closes', async () => {
  let answer: (response: Response) => void = () => undefined;
  const { post, die, isClosed } = startFrame(() => new Promise((resolve) => (answer = resolve)));
  post(request);
  die();
  await nextTurn();
  expect(isClosed()).toBe(false);
  answer(new Response('late'));
  await nextTurn();
  expect(isClosed()).toBe(true);
});

test('a frame whose worker died closes at the timeout', async () => {
  const { post, die, endTimeout, isClosed } = startFrame(() => new Promise(() => undefined));
  post(request);
  die();
  await nextTurn();
  expect(isClosed()).toBe(false);
  endTimeout();
  await nextTurn();
  expect(isClosed()).toBe(true);
});

test('a frame that is disconnected before its request closes at once', async () => {
  const { die, isClosed } = startFrame(() => Promise.reject(new TypeError('no request')));
  die();
  await nextTurn();
  expect(isClosed()).toBe(true);
});

const postRequest = { url: 'https://amazing.getsales.io/x', init: { method: 'POST' }, maxBytes: 4 };

function answering(response: Response, timing?: Timing) {
  return sendOnce(postRequest, { fetch: () => Promise.resolve(response), timingOf: () => timing });
}

describe('sending once', () => {
  test('sends exactly the request, and reports the answer byte by byte', async () => {
    const sent: unknown[] = [];
    const report = await sendOnce(postRequest, {
      fetch: (input, init) => {
        sent.push(input, init);
        return Promise.resolve(new Response(Uint8Array.of(0, 255), { status: 422, headers: { date: 'today' } }));
      },
      timingOf: () => undefined,
    });
    expect(sent).toEqual([postRequest.url, postRequest.init]);
    expect(report).toEqual({
      kind: 'answer',
      status: 422,
      headers: { date: 'today' },
      body: '\u0000\u00FF',
      isShared: false,
    });
  });

  test('reads one byte more than allowed, so that an oversized answer is noticed', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(3).fill(65)) });
    expect(await answering(new Response(endless))).toMatchObject({ body: 'AAAAA' });
  });

  test('reports an answer that broke off, and a missing one', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('cut')) });
    expect(await answering(new Response(broken, { status: 201 }))).toMatchObject({ status: 201, body: null });
    expect(
      await sendOnce(postRequest, { fetch: () => Promise.reject(new TypeError('no')), timingOf: () => undefined }),
    ).toEqual({ kind: 'failed' });
    expect(await answering(new Response(null, { status: 204 }))).toMatchObject({ status: 204, body: '' });
  });

  test.each([
    ['took time to connect', { connectStart: 10, connectEnd: 25 }, false],
    ['took none, so it existed before', { connectStart: 10, connectEnd: 10 }, true],
    ['reports zeros', { connectStart: 0, connectEnd: 0 }, false],
    ['was not measured', undefined, false],
  ])('judges whether the connection was its own: it %s', async (_what, timing, isShared) => {
    expect(await answering(new Response('x'), timing)).toMatchObject({ isShared });
  });
});
