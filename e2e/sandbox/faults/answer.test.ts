import { describe, expect, test } from 'vitest';
import { LISTS, rowsOf } from '../testing/seeded';
import { serveSandbox } from '../testing/served-sandbox';
import { request } from '../testing/sandbox-client';

const { running, bearer, createList, readLists, once } = serveSandbox();

describe('a falsified answer', () => {
  test('has a status and JSON, without the write', async () => {
    const value = { error: { reason: 'internal_error', message: 'Oh', data: [] }, message: 'Oh', code: 500 };
    once({ status: 500, body: { kind: 'json', value } });
    expect(await createList('Trade fair')).toMatchObject({ status: 500, body: value });
    expect((await readLists()).body).toMatchObject({ total: 12 });
  });

  test('has a status although the write happened', async () => {
    once({ status: 504, performed: true, body: { kind: 'empty' } });
    expect(await createList('Trade fair')).toMatchObject({ status: 504, text: '' });
    expect((await readLists()).body).toMatchObject({ total: 13 });
  });

  test('is HTML with 200', async () => {
    once({ status: 200, body: { kind: 'html', text: '<!doctype html><title>Sign in</title>' } });
    const answer = await readLists();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('<title>Sign in</title>');
  });

  test('is raw bytes', async () => {
    once({ body: { kind: 'bytes', base64: Buffer.from([0xff, 0xfe, 0x7b, 0x00]).toString('base64') } });
    const answer = await fetch(`${running().url}${LISTS}`, { headers: bearer() });
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0xff, 0xfe, 0x7b, 0x00]);
  });

  test('is truncated, empty, or followed by other text', async () => {
    const whole = await readLists();
    once({ body: { kind: 'truncated' } });
    const half = await readLists();
    expect(whole.text.startsWith(half.text)).toBe(true);
    expect(half.body).toBe(half.text);
    once({ body: { kind: 'empty' } });
    expect(await readLists()).toMatchObject({ status: 200, text: '' });
    once({ body: { kind: 'malformed' } });
    const malformed = await readLists();
    expect(malformed.text.startsWith(whole.text)).toBe(true);
    expect(malformed.text.length).toBeGreaterThan(whole.text.length);
  });

  test('has a byte order mark, or is in UTF-16', async () => {
    const whole = (await readLists()).text;
    const decoded = async (encoding: string) =>
      new TextDecoder(encoding, { ignoreBOM: true }).decode(
        await (await fetch(`${running().url}${LISTS}`, { headers: bearer() })).arrayBuffer(),
      );
    once({ body: { kind: 'encoded', as: 'utf-8-bom' } });
    expect(await decoded('utf-8')).toBe(`\ufeff${whole}`);
    once({ body: { kind: 'encoded', as: 'utf-16' } });
    expect(await decoded('utf-16le')).toBe(`\ufeff${whole}`);
  });

  test('has more properties than the real one, also __proto__', async () => {
    once({ body: { kind: 'merged', value: { total: 7, ...JSON.parse('{"__proto__":{"isAdmin":true}}') } } });
    const answer = await readLists();
    expect(answer.text).toContain('"__proto__":{"isAdmin":true}');
    expect(answer.body).toMatchObject({ total: 7, data: { length: 12 } });
  });

  test('has fifty megabytes, or a hundred thousand nested arrays', async () => {
    once({ body: { kind: 'huge', bytes: 50_000_000 } });
    expect((await readLists()).text.length).toBeGreaterThan(50_000_000);
    once({ body: { kind: 'deep', depth: 100_000 } });
    expect((await readLists()).text).toHaveLength(200_000);
  });

  test('has a Retry-After, a wrong Date, or no Date', async () => {
    once({ status: 429, headers: { 'retry-after': '5', date: 'Mon, 23 Nov 2026 13:59:59 GMT' } });
    const limited = await readLists();
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('5');
    expect(limited.headers.get('date')).toBe('Mon, 23 Nov 2026 13:59:59 GMT');
    once({ headers: { date: null } });
    expect((await readLists()).headers.has('date')).toBe(false);
  });

  test('is a redirect that fetch can follow or refuse', async () => {
    once({ status: 307, headers: { location: 'https://evil.example/' } });
    const answer = fetch(`${running().url}${LISTS}`, { headers: bearer(), redirect: 'error' });
    await expect(answer).rejects.toThrow('fetch failed');
  });
});

describe('a falsified list', () => {
  test('lags behind recent writes', async () => {
    const leads = '/leads/api/leads/lookup-one';
    running().control.fault({ path: leads, effect: { listLagMs: 5_000 } });
    const [list] = rowsOf((await readLists()).body);
    const post = (path: string, json: object) =>
      request(fetch, `${running().url}${path}`, 'POST', { json, headers: bearer() });
    await post('/leads/api/leads/upsert', { lead: { linkedin_id: 'mira-okonkwo' }, list_uuid: list?.uuid });
    expect((await post(leads, { linkedin_id: 'mira-okonkwo' })).status).toBe(404);
    running().control.advance(5_001);
    expect((await post(leads, { linkedin_id: 'mira-okonkwo' })).status).toBe(200);
    expect(running().control.violations()).toEqual([]);
  });

  test('shows seeded rows also with endless lag', async () => {
    const json = { linkedin_id: 'jonas-berg-x3' };
    const path = '/leads/api/leads/lookup-one';
    running().control.fault({ path, effect: { listLagMs: 1e12 } });
    expect((await request(fetch, `${running().url}${path}`, 'POST', { json, headers: bearer() })).status).toBe(200);
  });

  test('repeats a row, leaves one out, and has a wrong total and has_more', async () => {
    const data = rowsOf((await readLists()).body);
    once({ list: { repeatFirst: true, total: 99, hasMore: true } });
    expect((await readLists()).body).toMatchObject({ data: [data[0], ...data], total: 99, has_more: true });
    once({ list: { dropFirst: true } });
    expect((await readLists()).body).toMatchObject({ data: data.slice(1), total: 12 });
  });
});
