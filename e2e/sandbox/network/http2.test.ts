import { connect, type ClientHttp2Session } from 'node:http2';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeCertificate } from '../../support/browser/certificate';
import type { FaultEffect } from '../faults/rule';
import { startSandbox, type RunningSandbox } from '../start';
import { LISTS } from '../testing/seeded';

let sandbox: RunningSandbox;
let session: ClientHttp2Session;
beforeAll(async () => {
  sandbox = await startSandbox({ tls: await makeCertificate(['amazing.getsales.io']) });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.control.reset();
  session = connect(sandbox.url, { rejectUnauthorized: false });
  session.on('error', () => undefined);
});
afterEach(() => session.destroy());

interface StreamResult {
  readonly status: number | null;
  readonly text: string;
  /** How the stream ended: 0 normally, 7 refused. */
  readonly rstCode: number;
}

/** Sends one request on the connection of the test and waits for its end. */
function ask(method: 'GET' | 'POST', body = ''): Promise<StreamResult> {
  return new Promise((resolve) => {
    const headers = { ':method': method, ':path': LISTS, authorization: `Bearer ${sandbox.key}` };
    const type = method === 'POST' ? { 'content-type': 'application/json' } : {};
    const stream = session.request({ ...headers, ...type }, { endStream: method === 'GET' });
    let status: number | null = null;
    let text = '';
    stream.on('response', (headers) => (status = headers[':status'] ?? null));
    stream.on('data', (piece: Buffer) => (text += piece.toString()));
    stream.on('error', () => undefined);
    stream.on('close', () => resolve({ status, text, rstCode: stream.rstCode }));
    if (body !== '') stream.end(body);
  });
}

const create = () => ask('POST', '{"name":"Trade fair"}');
const once = (effect: FaultEffect) => sandbox.control.fault({ path: LISTS, times: 1, effect });
/** The page of lists, read over a new connection. */
async function listed(): Promise<unknown> {
  session.destroy();
  session = connect(sandbox.url, { rejectUnauthorized: false });
  return JSON.parse((await ask('GET')).text);
}

describe('the sandbox over HTTP/2', () => {
  test('answers as over HTTP/1.1, and logs the version', async () => {
    expect(await create()).toMatchObject({ status: 201, rstCode: 0 });
    expect(sandbox.control.requests()).toMatchObject([{ method: 'POST', http: '2.0', body: { name: 'Trade fair' } }]);
    expect(sandbox.control.violations()).toEqual([]);
  });

  test.each([
    ['reset-unread', 12],
    ['reset-before', 12],
    ['reset-after', 13],
  ] as const)('breaks the whole connection on %s, and leaves %i lists', async (connection, total) => {
    once({ connection });
    expect(await create()).toMatchObject({ status: null });
    await vi.waitFor(() => expect(session.destroyed).toBe(true));
    expect(await listed()).toMatchObject({ total });
  });

  test.each([
    ['stream-before', 2, 12],
    ['stream-after', 2, 13],
    ['refused-before', 7, 12],
    ['refused-after', 7, 13],
  ] as const)(
    'ends one stream on %s with code %i, and keeps the connection and %i lists',
    async (connection, code, total) => {
      once({ connection });
      expect(await create()).toEqual({ status: null, text: '', rstCode: code });
      expect(session.destroyed).toBe(false);
      expect(await ask('GET')).toMatchObject({ status: 200 });
      expect(await listed()).toMatchObject({ total });
    },
  );

  test('breaks off a cut body after its headers', async () => {
    once({ body: { kind: 'cut' } });
    const result = await ask('GET');
    expect(result).toMatchObject({ status: 200, rstCode: 2 });
    expect(() => void JSON.parse(result.text)).toThrow();
  });

  test('ends a truncated body normally, in the middle', async () => {
    once({ body: { kind: 'truncated' } });
    const result = await ask('GET');
    expect(result).toMatchObject({ status: 200, rstCode: 0 });
    expect(() => void JSON.parse(result.text)).toThrow();
  });

  test.each([
    ['headers that drip', { drip: { part: 'headers', bytes: 1, everyMs: 1 } }, 13],
    ['hang', { connection: 'hang' }, 12],
    ['hang-after', { connection: 'hang-after' }, 13],
  ] as const)('gives no answer until the client aborts: %s', async (_name, effect, total) => {
    once(effect);
    const answer = create();
    await vi.waitFor(() => expect(sandbox.control.requests()[0]?.body).toEqual({ name: 'Trade fair' }));
    session.destroy();
    expect(await answer).toMatchObject({ status: null });
    expect(await listed()).toMatchObject({ total });
  });

  test('completes a dripping body', async () => {
    const whole = await ask('GET');
    once({ drip: { part: 'body', bytes: 500, everyMs: 1 } });
    expect(await ask('GET')).toEqual(whole);
  });
});

test('the sandbox can be limited to HTTP/1.1', async () => {
  const old = await startSandbox({ tls: await makeCertificate(['amazing.getsales.io']), protocol: 'http/1.1' });
  const refused = connect(old.url, { rejectUnauthorized: false });
  const failure = await new Promise<Error>((resolve) => refused.on('error', resolve));
  expect(failure.message).toMatch(/ALPN|closed|protocol|hang up|reset/iu);
  await old.stop();
});
