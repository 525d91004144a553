import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/domain/result';
import { parseJson } from './pipeline/parse-json';

/** What the key says about itself: hints, unsigned from our view (getsales-api.md 2.1, 3.1). */
export interface KeyClaims {
  readonly teamId: number | null;
  readonly expiresAt: string | null;
  readonly tail: string;
}

const Claims = z.object({
  exp: z.optional(z.number()),
  specific_team_id: z.optional(z.union([z.number(), z.string()])),
});

const TAIL_LENGTH = 4;

/**
 * Looks at a pasted key without any request: three dot-separated parts, a base64url JSON payload, `exp` in the future.
 * `key-malformed` or `key-expired` otherwise.
 */
export function inspectKey(key: string, nowMs: number): Result<KeyClaims> {
  const [header, payload, signature, ...more] = key.split('.');
  const isShaped = [header, payload, signature].every((part) => part !== undefined && /^[\w-]+$/u.test(part));
  if (!isShaped || more.length > 0 || payload === undefined) return err({ code: 'key-malformed' });
  const claims = Claims.safeParse(parseJson(decodeBase64Url(payload)));
  if (!claims.success) return err({ code: 'key-malformed' });
  const { exp, specific_team_id: team } = claims.data;
  if (exp !== undefined && exp * 1000 <= nowMs) return err({ code: 'key-expired' });
  return ok({
    teamId: team === undefined || !Number.isSafeInteger(Number(team)) ? null : Number(team),
    expiresAt: exp === undefined ? null : new Date(exp * 1000).toISOString(),
    tail: key.slice(-TAIL_LENGTH),
  });
}

function decodeBase64Url(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}
