import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startSandbox, type RunningSandbox } from '../start';
import { LISTS } from '../testing/seeded';
import { request, type Answer } from '../testing/talk';
import type { FaultEffect } from './rule';

// Against the real server: what a fault does is what the client's socket sees.

let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.stop());
beforeEach(() => running.control.reset());

const bearer = () => ({ authorization: `Bearer ${running.key}` });
const createList = (name: string) =>
  request(fetch, `${running.url}${LISTS}`, 'POST', { json: { name }, headers: bearer() });
const readLists = (query: Record<string, string> = {}): Promise<Answer> =>
  request(fetch, `${running.url}${LISTS}`, 'GET', { query, headers: bearer() });
const once = (effect: FaultEffect) => running.control.fault({ path: LISTS, times: 1, effect });
const code = (failure: unknown): unknown => Reflect.get(Object(Reflect.get(Object(failure), 'cause')), 'code');
const failureOf = (answer: Promise<unknown>): Promise<unknown> =>
  answer.then(
    () => null,
    (failure: unknown) => failure,
  );

describe('a connection that breaks', () => {
  test.each([
    ['reset-unread', 12],
    ['reset-before', 12],
    ['reset-after', 13],
  ] as const)('%s is a TCP reset, and leaves %i lists', async (connection, total) => {
    once({ connection });
    expect(code(await failureOf(createList('Trade fair')))).toBe('ECONNRESET');
    expect((await readLists()).body).toMatchObject({ total });
    expect(running.control.requests()[0]).toMatchObject({ method: 'POST', path: LISTS, status: null, faulted: true });
  });

  test('reset-unread does not even know the body', async () => {
    once({ connection: 'reset-unread' });
    await failureOf(createList('Trade fair'));
    expect(running.control.requests()[0]?.body).toBeNull();
  });

  test.each([
    ['hang', 12],
    ['hang-after', 13],
  ] as const)('%s never answers; whoever gives up finds %i lists', async (connection, total) => {
    const handle = once({ connection });
    const giveUp = new AbortController();
    const answer = fetch(`${running.url}${LISTS}`, {
      method: 'POST',
      headers: { ...bearer(), 'content-type': 'application/json' },
      body: '{"name":"Trade fair"}',
      signal: giveUp.signal,
    });
    await vi.waitFor(() => expect(handle.hits()).toBe(1));
    await vi.waitFor(() => expect(running.control.requests()[0]?.body).toEqual({ name: 'Trade fair' }));
    giveUp.abort();
    await expect(answer).rejects.toThrow('aborted');
    expect((await readLists()).body).toMatchObject({ total });
  });

  test('a cut body announces its length and breaks before the end', async () => {
    once({ body: { kind: 'cut' } });
    await expect(readLists()).rejects.toThrow('terminated');
  });
});

describe('an answer that is not what it should be', () => {
  test('a status with JSON, without the write', async () => {
    const value = { error: { reason: 'internal_error', message: 'Oh', data: [] }, message: 'Oh', code: 500 };
    once({ status: 500, body: { kind: 'json', value } });
    expect(await createList('Trade fair')).toMatchObject({ status: 500, body: value });
    expect((await readLists()).body).toMatchObject({ total: 12 });
  });

  test('a status although the write happened', async () => {
    once({ status: 504, performed: true, body: { kind: 'empty' } });
    expect(await createList('Trade fair')).toMatchObject({ status: 504, text: '' });
    expect((await readLists()).body).toMatchObject({ total: 13 });
  });

  test('HTML with 200', async () => {
    once({ status: 200, body: { kind: 'html', text: '<!doctype html><title>Sign in</title>' } });
    const answer = await readLists();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('<title>Sign in</title>');
  });

  test('bytes as they are', async () => {
    once({ body: { kind: 'bytes', base64: Buffer.from([0xff, 0xfe, 0x7b, 0x00]).toString('base64') } });
    const answer = await fetch(`${running.url}${LISTS}`, { headers: bearer() });
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0xff, 0xfe, 0x7b, 0x00]);
  });

  test('half an answer, an empty one, one with something behind it', async () => {
    const whole = await readLists();
    once({ body: { kind: 'truncated' } });
    const half = await readLists();
    expect(whole.text.startsWith(half.text)).toBe(true);
    expect(() => JSON.parse(half.text) as unknown).toThrow('JSON');
    once({ body: { kind: 'empty' } });
    expect(await readLists()).toMatchObject({ status: 200, text: '' });
    once({ body: { kind: 'malformed' } });
    const malformed = await readLists();
    expect(malformed.text.startsWith(whole.text)).toBe(true);
    expect(malformed.text.length).toBeGreaterThan(whole.text.length);
  });

  test('fifty megabytes, and a hundred thousand arrays within each other', async () => {
    once({ body: { kind: 'huge', bytes: 50_000_000 } });
    expect((await readLists()).text.length).toBeGreaterThan(50_000_000);
    once({ body: { kind: 'deep', depth: 100_000 } });
    expect((await readLists()).text).toHaveLength(200_000);
  });

  test('headers: a Retry-After, a Date that lies, no Date at all', async () => {
    once({ status: 429, headers: { 'retry-after': '5', date: 'Mon, 23 Nov 2026 13:59:59 GMT' } });
    const limited = await readLists();
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('5');
    expect(limited.headers.get('date')).toBe('Mon, 23 Nov 2026 13:59:59 GMT');
    once({ headers: { date: null } });
    expect((await readLists()).headers.has('date')).toBe(false);
  });

  test('a redirect is one that fetch can follow or refuse', async () => {
    once({ status: 307, headers: { location: 'https://evil.example/' } });
    const answer = fetch(`${running.url}${LISTS}`, { headers: bearer(), redirect: 'error' });
    await expect(answer).rejects.toThrow('fetch failed');
  });
});

describe('an answer that takes its time', () => {
  test('latency comes before everything', async () => {
    once({ latencyMs: 40 });
    const started = performance.now();
    expect(await createList('Trade fair')).toMatchObject({ status: 201 });
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
    expect(running.control.violations()).toEqual([]);
  });

  test('a dripping body arrives in many pieces and complete', async () => {
    const whole = await readLists();
    once({ drip: { part: 'body', bytes: 500, everyMs: 1 } });
    const answer = await fetch(`${running.url}${LISTS}`, { headers: bearer() });
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.concat(pieces).toString()).toBe(whole.text);
  });

  test('an endless body is all there and never ends', async () => {
    const whole = await readLists();
    once({ drip: { part: 'body', bytes: 1_000_000, everyMs: 1, endless: true } });
    const giveUp = new AbortController();
    const answer = await fetch(`${running.url}${LISTS}`, { headers: bearer(), signal: giveUp.signal });
    const reader = (answer.body ?? new ReadableStream<Uint8Array>()).getReader();
    const first = await reader.read();
    expect(Buffer.from(first.value ?? []).toString()).toBe(whole.text);
    const next = reader.read();
    giveUp.abort();
    await expect(next).rejects.toThrow('aborted');
  });

  test('dripping headers never get to the body', async () => {
    once({ drip: { part: 'headers', bytes: 1, everyMs: 1 } });
    const { port } = new URL(running.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET ${LISTS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${running.key}\r\n\r\n`);
    let received = '';
    socket.on('data', (data) => (received += data.toString()));
    await vi.waitFor(() => expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\nX-Slow: aaaaa/));
    expect(received).not.toContain('\r\n\r\n');
    socket.destroy();
  });
});

describe('a list that is not the truth', () => {
  test('lags behind what was just written', async () => {
    const leads = '/leads/api/leads/lookup-one';
    running.control.fault({ path: leads, effect: { listLagMs: 5_000 } });
    const [list] = Object((await readLists()).body).data;
    const post = (path: string, json: object) =>
      request(fetch, `${running.url}${path}`, 'POST', { json, headers: bearer() });
    await post('/leads/api/leads/upsert', { lead: { linkedin_id: 'mira-okonkwo' }, list_uuid: list.uuid });
    expect((await post(leads, { linkedin_id: 'mira-okonkwo' })).status).toBe(404);
    running.control.advance(5_001);
    expect((await post(leads, { linkedin_id: 'mira-okonkwo' })).status).toBe(200);
    expect(running.control.violations()).toEqual([]);
  });

  test('repeats a row, leaves one out, lies about its total and about more', async () => {
    const { data } = Object((await readLists()).body);
    once({ list: { repeatFirst: true, total: 99, hasMore: true } });
    expect((await readLists()).body).toMatchObject({ data: [data[0], ...data], total: 99, has_more: true });
    once({ list: { dropFirst: true } });
    expect((await readLists()).body).toMatchObject({ data: data.slice(1), total: 12 });
  });
});

describe('which requests a rule is for', () => {
  test('method, path pattern, how many pass first and how often', async () => {
    const handle = running.control.fault({
      method: 'get',
      path: '/leads/api/*',
      skip: 1,
      times: 2,
      effect: { status: 503, body: { kind: 'empty' } },
    });
    expect((await createList('Trade fair')).status).toBe(201);
    const statuses = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await readLists()).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(handle.hits()).toBe(2);
  });

  test('one star stays within a segment, two do not', async () => {
    running.control.fault({ path: '/leads/*', effect: { status: 503 } });
    expect((await readLists()).status).toBe(200);
    running.control.fault({ path: '/leads/**', effect: { status: 503 } });
    expect((await readLists()).status).toBe(503);
    running.control.clearFaults();
    expect((await readLists()).status).toBe(200);
  });

  test('a fault is nobody’s breach of contract, but an unknown property in the request still is', async () => {
    once({ status: 500, body: { kind: 'json', value: { surprise: true } } });
    await createList('Trade fair');
    expect(running.control.violations()).toEqual([]);
    once({ status: 500 });
    await request(fetch, `${running.url}${LISTS}`, 'POST', { json: { name: 'x', colour: 'red' }, headers: bearer() });
    expect(running.control.violations()).toEqual([expect.stringContaining('"colour"')]);
  });
});
