import { describe, expect, test } from 'vitest';
import { NOON, sandboxClient } from '../testing/sandbox-client';

const ME = '/id/api/users/current';

describe('access', () => {
  test.each([
    ['no key', {}],
    ['another key', { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x' }],
    ['the key without its scheme', { authorization: 'eyJhbGciOiJIUzI1NiJ9.e30.x' }],
  ])('refuses %s with the documented envelope', async (_name, headers) => {
    const { ask, sandbox } = sandboxClient();
    const answer = await ask('GET', ME, { headers: { authorization: '', ...headers } });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: { reason: 'auth_exception', message: 'Token is not valid.', data: [] },
      message: 'Unauthorized',
      code: 401,
    });
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('refuses a revoked key until it is restored', async () => {
    const { get, sandbox } = sandboxClient();
    sandbox.control.revokeKey();
    expect((await get(ME)).status).toBe(401);
    sandbox.control.restoreKey();
    expect((await get(ME)).status).toBe(200);
  });

  test('has a key that is a JWT of team 812 and expires on 3 May 2029', () => {
    const { sandbox } = sandboxClient();
    const [, claims] = sandbox.key.split('.');
    expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toMatchObject({
      specific_team_id: 812,
      user_teams: { '812': 1 },
      usr: { email: 'mara@acme.test' },
      exp: Date.UTC(2029, 4, 3) / 1000,
    });
  });

  test.each([
    ['812', 200],
    ['977', 403],
    ['acme', 400],
  ])('answers Team-ID %s with %i', async (team, status) => {
    const { ask } = sandboxClient();
    expect((await ask('GET', ME, { headers: { 'team-id': team } })).status).toBe(status);
  });
});

describe('the rate limit', () => {
  test('answers the 301st request of a minute with 429, without Retry-After, and allows the next minute', async () => {
    let now = NOON;
    const { get } = sandboxClient({ now: () => now });
    for (let sent = 0; sent < 300; sent += 1) expect((await get(ME)).status).toBe(200);
    const refused = await get(ME);
    expect(refused.status).toBe(429);
    expect([...refused.headers.keys()].filter((name) => /retry|limit/i.test(name))).toEqual([]);
    now += 60_001;
    expect((await get(ME)).status).toBe(200);
  });

  test('is changed and lifted by control', async () => {
    const { get, sandbox } = sandboxClient();
    sandbox.control.setRateLimit(1);
    expect((await get(ME)).status).toBe(200);
    expect((await get(ME)).status).toBe(429);
    sandbox.control.setRateLimit(null);
    expect((await get(ME)).status).toBe(200);
  });
});

describe('every answer', () => {
  test('has a Date from the sandbox clock', async () => {
    const { get, sandbox } = sandboxClient();
    sandbox.control.advance(3_600_000);
    expect((await get(ME)).headers.get('date')).toBe('Mon, 23 Nov 2026 13:00:00 GMT');
  });

  test('is a 404 without body for an unknown path, and a 405 for another method', async () => {
    const { ask } = sandboxClient();
    expect(await ask('GET', '/leads/api/nothing', { probe: 'unknown path' })).toMatchObject({ status: 404, text: '' });
    expect((await ask('PUT', '/leads/api/lists', { probe: 'other method' })).status).toBe(405);
  });
});
