import { describe, expect, test } from 'vitest';
import { at, LISTS } from '../testing/seeded';
import { sandboxClient } from '../testing/sandbox-client';

const URL_OF_LISTS = `https://amazing.getsales.io${LISTS}`;

describe('the in-process fetch', () => {
  test('fails like a broken connection', async () => {
    const { sandbox, get, post } = sandboxClient();
    sandbox.control.fault({ path: LISTS, times: 1, effect: { connection: 'reset-after' } });
    await expect(post(LISTS, { name: 'Trade fair' })).rejects.toThrow(TypeError);
    expect((await get(LISTS)).body).toMatchObject({ total: 13 });
  });

  test.each(['hang', 'hang-after'] as const)(
    '%s ends with the abort and keeps the outcome of the write',
    async (connection) => {
      const { sandbox, get } = sandboxClient();
      sandbox.control.fault({ path: LISTS, times: 1, effect: { connection } });
      const giveUp = new AbortController();
      const answer = sandbox.fetch(URL_OF_LISTS, {
        headers: { authorization: `Bearer ${sandbox.key}` },
        signal: giveUp.signal,
      });
      giveUp.abort();
      await expect(answer).rejects.toThrow('aborted');
      expect((await get(LISTS)).status).toBe(200);
    },
  );

  test('continues the request after the client aborted', async () => {
    const { sandbox, get } = sandboxClient();
    const handle = sandbox.control.fault({ path: LISTS, times: 1, effect: { latencyMs: 1 } });
    const giveUp = new AbortController();
    const answer = sandbox.fetch(URL_OF_LISTS, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.key}`, 'content-type': 'application/json' },
      body: '{"name":"Trade fair"}',
      signal: giveUp.signal,
    });
    giveUp.abort();
    await expect(answer).rejects.toThrow('aborted');
    await expect.poll(async () => at((await get(LISTS)).body, 'total')).toBe(13);
    expect(handle.hits()).toBe(1);
  });

  test('ends an endless body on abort', async () => {
    const { sandbox } = sandboxClient();
    sandbox.control.fault({ path: LISTS, effect: { drip: { part: 'body', bytes: 1e6, everyMs: 1, endless: true } } });
    const giveUp = new AbortController();
    const answer = await sandbox.fetch(URL_OF_LISTS, {
      headers: { authorization: `Bearer ${sandbox.key}` },
      signal: giveUp.signal,
    });
    const body = answer.text();
    giveUp.abort();
    await expect(body).rejects.toThrow('aborted');
  });

  test('fails while a cut body is read', async () => {
    const { sandbox, get } = sandboxClient();
    sandbox.control.fault({ path: LISTS, effect: { body: { kind: 'cut' } } });
    await expect(get(LISTS)).rejects.toThrow('terminated');
  });

  test('refuses a redirect when the request says so', async () => {
    const { sandbox } = sandboxClient();
    sandbox.control.fault({ path: LISTS, effect: { status: 302, headers: { location: 'https://evil.example/' } } });
    await expect(sandbox.fetch(URL_OF_LISTS, { redirect: 'error' })).rejects.toThrow(TypeError);
  });
});
