import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeKey } from '@/e2e/sandbox/access/keys';
import { inspectKey } from './inspect-key';

const NOW = Date.UTC(2026, 10, 23);

/** A key with exactly this text as its payload. */
function keyWith(payload: string): string {
  return `aGVhZA.${Buffer.from(payload).toString('base64url')}.c2ln`;
}

describe('a pasted key', () => {
  test('has a workspace, an expiry and four last characters', () => {
    const key = makeKey();
    expect(inspectKey(key, NOW)).toEqual({
      ok: true,
      value: { teamId: 812, expiresAt: '2029-05-03T00:00:00.000Z', tail: key.slice(-4) },
    });
  });

  test.each([
    ['nothing', ''],
    ['a password', 'hunter2'],
    ['two parts', 'aGVhZA.e30'],
    ['four parts', 'aGVhZA.e30.c2ln.bW9yZQ'],
    ['an empty part', 'aGVhZA.e30.'],
    ['spaces inside', 'aGVhZA.e30.c2 ln'],
    ['an empty payload', 'aGVhZA..c2ln'],
    ['a space before it', ' aGVhZA.e30.c2ln'],
    ['a line break after it', 'aGVhZA.e30.c2ln\n'],
    ['a bearer prefix', 'Bearer aGVhZA.e30.c2ln'],
    ['a payload that is not base64url', 'aGVhZA.e3+0.c2ln'],
    ['a payload that is not JSON', keyWith('hello')],
    ['a payload that is a list', keyWith('[]')],
    ['a payload that is null', keyWith('null')],
    ['a payload that is not UTF-8', `aGVhZA.${Buffer.from([0xff, 0xfe, 0x7b]).toString('base64url')}.c2ln`],
  ])('is malformed when it is %s', (_what, key) => {
    expect(inspectKey(key, NOW)).toEqual({ ok: false, error: { code: 'key-malformed' } });
  });

  test('is expired from the second in its claim', () => {
    const exp = NOW / 1_000;
    expect(inspectKey(makeKey({ exp }), NOW)).toEqual({ ok: false, error: { code: 'key-expired' } });
    expect(inspectKey(makeKey({ exp: exp + 1 }), NOW)).toMatchObject({ ok: true });
  });

  test('may have no expiry, or one that cannot be represented', () => {
    expect(inspectKey(makeKey({ exp: undefined }), NOW)).toMatchObject({ value: { expiresAt: null } });
    expect(inspectKey(makeKey({ exp: 1e300 }), NOW)).toMatchObject({ value: { expiresAt: null } });
    expect(inspectKey(makeKey({ exp: { at: 'noon' } }), NOW)).toMatchObject({ value: { expiresAt: null } });
  });

  test('has a payload in base64url', () => {
    // Its base64 has both characters that base64url writes differently.
    const claims = '{"specific_team_id":812,"name":"ÿ~~~>>>???"}';
    expect(keyWith(claims)).toMatch(/-.*_|_.*-/u);
    expect(inspectKey(keyWith(claims), NOW)).toMatchObject({ value: { teamId: 812 } });
  });

  test.each([
    [8.64e12, '+275760-09-13T00:00:00.000Z'],
    [8.64e12 + 1, null],
  ])('that expires at %i expires at %j', (exp, expiresAt) => {
    expect(inspectKey(makeKey({ exp }), NOW)).toMatchObject({ value: { expiresAt } });
  });

  test.each([0, -1, 1.5, 2 ** 53])('has no workspace %d', (team) => {
    expect(inspectKey(makeKey({ specific_team_id: team }), NOW)).toMatchObject({ value: { teamId: null } });
  });

  test('may have its workspace as a number or as text', () => {
    expect(inspectKey(makeKey({ specific_team_id: '812' }), NOW)).toMatchObject({ value: { teamId: 812 } });
    expect(inspectKey(makeKey({ specific_team_id: 'Acme' }), NOW)).toMatchObject({ value: { teamId: null } });
    expect(inspectKey(makeKey({ specific_team_id: '' }), NOW)).toMatchObject({ value: { teamId: null } });
  });

  test('never throws', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.json().map(keyWith), fc.string().map(keyWith));
    fc.assert(
      fc.property(anything, (key) => {
        expect(typeof inspectKey(key, NOW).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
