import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeKey } from '@/e2e/sandbox/access/keys';
import { inspectKey } from './inspect-key';

/** A key with exactly this text as its payload. */
function keyWith(payload: string): string {
  return `aGVhZGVyaGVhZGVy.${Buffer.from(payload).toString('base64url')}.c2ln`;
}

describe('a pasted key', () => {
  test('has a workspace, an expiry and four last characters', () => {
    const key = makeKey();
    expect(inspectKey(key)).toEqual({
      ok: true,
      value: {
        teamId: 812,
        email: 'mara@acme.test',
        expiresAt: '2029-05-03T00:00:00.000Z',
        tail: key.slice(-4),
      },
    });
  });

  test.each([
    ['nothing', ''],
    ['a password', 'hunter2'],
    ['too short', 'a'.repeat(19)],
    ['spaces inside', 'aGVhZA.e30.c2ln aGVhZA.e30.c2ln'],
    ['a space before it', ' aGVhZA.e30.c2lnaGVhZA'],
    ['a line break after it', 'aGVhZA.e30.c2lnaGVhZA\n'],
    ['a bearer prefix', 'Bearer aGVhZA.e30.c2lnaGVhZA'],
    ['letters that no header can have', 'é'.repeat(30)],
  ])('is malformed when it is %s', (_what, key) => {
    expect(inspectKey(key)).toEqual({ ok: false, error: { code: 'key-malformed' } });
  });

  test.each([
    ['no JWT', 'gs_live_0123456789abcdef'],
    ['in two parts', 'aGVhZGVyaGVhZGVy.e30abc'],
    ['with an empty payload', 'aGVhZGVyaGVhZGVy..c2ln'],
    ['with a payload that is not base64url', 'aGVhZGVyaGVhZGVy.e3+0.c2ln'],
    ['with a payload that is not JSON', keyWith('hello')],
    ['with a payload that is a list', keyWith('[]')],
    ['with a payload that is null', keyWith('null')],
    ['with a payload that is not UTF-8', `aGVhZGVy.${Buffer.from([0xff, 0xfe, 0x7b]).toString('base64url')}.c2lnbmF0`],
  ])('%s is tried, and says nothing of itself', (_what, key) => {
    expect(inspectKey(key)).toEqual({
      ok: true,
      value: { teamId: null, email: '', expiresAt: null, tail: key.slice(-4) },
    });
  });

  test('that has expired by this computer’s clock is tried: the server decides', () => {
    expect(inspectKey(makeKey({ exp: 1 }))).toMatchObject({ value: { expiresAt: '1970-01-01T00:00:01.000Z' } });
  });

  test('may have no expiry, or one that cannot be represented', () => {
    expect(inspectKey(makeKey({ exp: undefined }))).toMatchObject({ value: { expiresAt: null } });
    expect(inspectKey(makeKey({ exp: 1e300 }))).toMatchObject({ value: { expiresAt: null } });
    expect(inspectKey(makeKey({ exp: { at: 'noon' } }))).toMatchObject({ value: { expiresAt: null } });
  });

  test('has a payload in base64url', () => {
    // Its base64 has both characters that base64url writes differently.
    const claims = '{"specific_team_id":812,"name":"ÿ~~~>>>???"}';
    expect(keyWith(claims)).toMatch(/-.*_|_.*-/u);
    expect(inspectKey(keyWith(claims))).toMatchObject({ value: { teamId: 812 } });
  });

  test.each([
    [8.64e12, '+275760-09-13T00:00:00.000Z'],
    [8.64e12 + 1, null],
  ])('that expires at %i expires at %j', (exp, expiresAt) => {
    expect(inspectKey(makeKey({ exp }))).toMatchObject({ value: { expiresAt } });
  });

  test.each([0, -1, 1.5, 2 ** 53])('has no workspace %d', (team) => {
    expect(inspectKey(makeKey({ specific_team_id: team }))).toMatchObject({ value: { teamId: null } });
  });

  test('may have its workspace as a number or as text', () => {
    expect(inspectKey(makeKey({ specific_team_id: '812' }))).toMatchObject({ value: { teamId: 812 } });
    expect(inspectKey(makeKey({ specific_team_id: 'Acme' }))).toMatchObject({ value: { teamId: null } });
    expect(inspectKey(makeKey({ specific_team_id: '' }))).toMatchObject({ value: { teamId: null } });
  });

  test('never throws', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.json().map(keyWith), fc.string().map(keyWith));
    fc.assert(
      fc.property(anything, (key) => {
        expect(typeof inspectKey(key).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
