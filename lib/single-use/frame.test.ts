import { expect, test } from 'vitest';
import type { Line } from './request-message';
import { serveFrameRequest } from './frame';

/** A frame, with the worker's end of its line. */
function awaiting(fetch: typeof globalThis.fetch) {
  const reports: unknown[] = [];
  let hand: (message: unknown) => void = () => undefined;
  let die = (): void => undefined;
  let endTimeout = (): void => undefined;
  let closed = false;
  serveFrameRequest('nonce-1', {
    fetch,
    timingOf: () => undefined,
    connect: (name): Line => ({
      name,
      onMessage: { addListener: (listener) => (hand = listener) },
      onDisconnect: { addListener: (listener) => (die = listener) },
      postMessage: (message) => void reports.push(message),
      disconnect: () => undefined,
    }),
    close: () => (closed = true),
    timeout: () => new Promise((resolve) => (endTimeout = resolve)),
  });
  return {
    reports,
    hand: (message: unknown) => hand(message),
    die: () => die(),
    endTimeout: () => endTimeout(),
    isClosed: () => closed,
  };
}

const frameRequest = { url: 'https://amazing.getsales.io/x', init: {}, maxBytes: 9 };
const turn = () => new Promise(setImmediate);

test('a frame carries its frameRequest and reports', async () => {
  const { reports, hand } = awaiting(() => Promise.resolve(new Response('yes')));
  hand(frameRequest);
  await turn();
  expect(reports).toMatchObject([{ kind: 'answer', status: 200, body: 'yes' }]);
});

test('a frame whose worker died lets the request come to its end, and goes', async () => {
  let answer: (response: Response) => void = () => undefined;
  const { hand, die, isClosed } = awaiting(() => new Promise((resolve) => (answer = resolve)));
  hand(frameRequest);
  die();
  await turn();
  expect(isClosed()).toBe(false);
  answer(new Response('late'));
  await turn();
  expect(isClosed()).toBe(true);
});

test('a frame whose worker died does not wait for ever', async () => {
  const { hand, die, endTimeout, isClosed } = awaiting(() => new Promise(() => undefined));
  hand(frameRequest);
  die();
  await turn();
  expect(isClosed()).toBe(false);
  endTimeout();
  await turn();
  expect(isClosed()).toBe(true);
});

test('a frame that is sent away before it got an frameRequest goes at once', async () => {
  const { die, isClosed } = awaiting(() => Promise.reject(new TypeError('not asked')));
  die();
  await turn();
  expect(isClosed()).toBe(true);
});
