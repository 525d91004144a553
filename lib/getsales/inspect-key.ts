import { err, ok, type Result } from '@/lib/domain/result';
import { parseJson } from './http/answer/parse-json';
import { property, toNumber } from './wire/values';

/** What a key says of itself. Only hints: we cannot verify the signature (docs/getsales-api.md#authentication). */
export interface KeyClaims {
  readonly teamId: number | null;
  /** Empty when the key has none. */
  readonly email: string;
  /** ISO; null when the key does not expire. */
  readonly expiresAt: string | null;
  /** Last four characters. */
  readonly tail: string;
}

const TAIL_LENGTH = 4;
/** The largest time that `Date` can represent, in seconds. */
const MAX_SECONDS = 8.64e12;

/**
 * Reads a pasted key without a request. GetSales' keys are JWTs, but its Quick Start only calls them tokens, so anything that can
 * be one is tried; whether it is valid, and not expired, is for the server to say. Fails with `key-malformed`.
 */
export function inspectKey(key: string): Result<KeyClaims> {
  if (!/^[!-~]{20,}$/u.test(key)) return err({ code: 'key-malformed' });
  const payload = parseJson(decodeBase64Url(key.split('.')[1] ?? ''));
  const exp = toNumber(property(payload, 'exp'));
  const team = toNumber(property(payload, 'specific_team_id'));
  const email = property(property(payload, 'usr'), 'email');
  return ok({
    teamId: team !== null && Number.isSafeInteger(team) && team > 0 ? team : null,
    email: typeof email === 'string' ? email : '',
    expiresAt: exp === null || exp > MAX_SECONDS || exp < 0 ? null : new Date(exp * 1_000).toISOString(),
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
