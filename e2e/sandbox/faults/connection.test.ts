import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { LISTS } from '../testing/seeded';
import { failureCode, serveSandbox } from '../testing/served-sandbox';

const { running, bearer, createList, readLists, once } = serveSandbox();

describe('a broken connection', () => {
  test.each([
    ['reset-unread', 12],
    ['reset-before', 12],
    ['reset-after', 13],
  ] as const)('is a TCP reset on %s, and leaves %i lists', async (connection, total) => {
    once({ connection });
    expect(await failureCode(createList('Trade fair'))).toBe('ECONNRESET');
    expect((await readLists()).body).toMatchObject({ total });
    expect(running().control.requests()[0]).toMatchObject({ method: 'POST', path: LISTS, status: null, faulted: true });
  });

  test('is reset before the body is read on reset-unread', async () => {
    once({ connection: 'reset-unread' });
    await failureCode(createList('Trade fair'));
    expect(running().control.requests()[0]?.body).toBeNull();
  });

  test.each([
    ['hang', 12],
    ['hang-after', 13],
  ] as const)('never answers on %s, and leaves %i lists', async (connection, total) => {
    const handle = once({ connection });
    const giveUp = new AbortController();
    const answer = fetch(`${running().url}${LISTS}`, {
      method: 'POST',
      headers: { ...bearer(), 'content-type': 'application/json' },
      body: '{"name":"Trade fair"}',
      signal: giveUp.signal,
    });
    await vi.waitFor(() => expect(handle.hits()).toBe(1));
    await vi.waitFor(() => expect(running().control.requests()[0]?.body).toEqual({ name: 'Trade fair' }));
    giveUp.abort();
    await expect(answer).rejects.toThrow('aborted');
    expect((await readLists()).body).toMatchObject({ total });
  });

  test('announces the length of a cut body and breaks before its end', async () => {
    once({ body: { kind: 'cut' } });
    await expect(readLists()).rejects.toThrow('terminated');
  });
});

describe('a slow answer', () => {
  test('waits before the request is processed', async () => {
    once({ latencyMs: 40 });
    const started = performance.now();
    expect(await createList('Trade fair')).toMatchObject({ status: 201 });
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
    expect(running().control.violations()).toEqual([]);
  });

  test('has a dripping body that arrives completely in many pieces', async () => {
    const whole = await readLists();
    once({ drip: { part: 'body', bytes: 500, everyMs: 1 } });
    const answer = await fetch(`${running().url}${LISTS}`, { headers: bearer() });
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.concat(pieces).toString()).toBe(whole.text);
  });

  test('has an endless body that arrives completely and never ends', async () => {
    const whole = await readLists();
    once({ drip: { part: 'body', bytes: 1_000_000, everyMs: 1, endless: true } });
    const giveUp = new AbortController();
    const answer = await fetch(`${running().url}${LISTS}`, { headers: bearer(), signal: giveUp.signal });
    const reader = (answer.body ?? new ReadableStream<Uint8Array>()).getReader();
    const first = await reader.read();
    expect(Buffer.from(first.value ?? []).toString()).toBe(whole.text);
    const next = reader.read();
    giveUp.abort();
    await expect(next).rejects.toThrow('aborted');
  });

  test('never reaches the body with dripping headers', async () => {
    once({ drip: { part: 'headers', bytes: 1, everyMs: 1 } });
    const { port } = new URL(running().url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET ${LISTS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${running().key}\r\n\r\n`);
    let received = '';
    socket.on('data', (data) => (received += data.toString()));
    await vi.waitFor(() => expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\nX-Slow: aaaaa/));
    expect(received).not.toContain('\r\n\r\n');
    socket.destroy();
  });
});
