import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/domain/result';
import { parseJson } from './http/answer/parse-json';
import { looseNumber } from './wire/values';

/** The claims of a key. Only hints: we cannot verify the signature (docs/getsales-api.md#authentication). */
export interface KeyClaims {
  readonly teamId: number | null;
  /** ISO; null when the key does not expire. */
  readonly expiresAt: string | null;
  /** Last four characters. */
  readonly tail: string;
}

const Claims = z.object({ exp: looseNumber, specific_team_id: looseNumber });

const TAIL_LENGTH = 4;
/** The largest time that `Date` can represent, in seconds. */
const MAX_SECONDS = 8.64e12;

/**
 * Checks a pasted key without a request: three dot-separated parts, a base64url JSON payload, `exp` in the future.
 * Fails with `key-malformed` or `key-expired`.
 */
export function inspectKey(key: string, nowMs: number): Result<KeyClaims> {
  const parts = key.split('.');
  const payload = parts[1];
  if (parts.length !== 3 || payload === undefined || !parts.every((part) => /^[\w-]+$/u.test(part))) {
    return err({ code: 'key-malformed' });
  }
  const claims = Claims.safeParse(parseJson(decodeBase64Url(payload)));
  if (!claims.success) return err({ code: 'key-malformed' });
  const { exp, specific_team_id: team } = claims.data;
  if (exp !== null && exp * 1_000 <= nowMs) return err({ code: 'key-expired' });
  return ok({
    teamId: team !== null && Number.isSafeInteger(team) && team > 0 ? team : null,
    expiresAt: exp === null || exp > MAX_SECONDS ? null : new Date(exp * 1_000).toISOString(),
    tail: key.slice(-TAIL_LENGTH),
  });
}

function decodeBase64Url(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}
