/** GetSales' page for creating and revoking API keys (docs/getsales-api.md#api-keys: Workspace settings, API keys). */
export const API_KEYS_PAGE = 'https://amazing.getsales.io/settings/api-keys';

/** The protocol's maximum; real keys have about 800 characters. */
export const KEY_MAX_LENGTH = 8_192;

type PastedKey =
  { readonly kind: 'empty' } | { readonly kind: 'too-long' } | { readonly kind: 'key'; readonly key: string };

/**
 * Extracts the key from pasted text: removes spaces, line breaks, quotes and the word `Bearer`, which are often copied along.
 * The worker checks whether it is a valid key.
 */
export function readPastedKey(pasted: string): PastedKey {
  const key = pasted
    .replace(/^\s*["'`]?\s*(?:bearer\s)?/i, '')
    .replace(/["'`]?\s*$/, '')
    .replace(/\s+/g, '');
  if (key === '') return { kind: 'empty' };
  return key.length > KEY_MAX_LENGTH ? { kind: 'too-long' } : { kind: 'key', key };
}

const DAY_MS = 86_400_000;

/** The page warns this many days before expiry, so that the user has time to get a new key. */
const WARN_DAYS = 30;

export type KeyLife =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'long' }
  /** Whole days left; 0 means less than a day. */
  | { readonly kind: 'ending'; readonly days: number }
  | { readonly kind: 'ended' };

/** How long the key is still valid. @param expiresAt ISO, from the key's own `exp`; null when it has none. */
export function keyLife(expiresAt: string | null, nowMs: number): KeyLife {
  if (expiresAt === null) return { kind: 'unknown' };
  const leftMs = Date.parse(expiresAt) - nowMs;
  if (Number.isNaN(leftMs)) return { kind: 'unknown' };
  if (leftMs <= 0) return { kind: 'ended' };
  const days = Math.floor(leftMs / DAY_MS);
  return days < WARN_DAYS ? { kind: 'ending', days } : { kind: 'long' };
}
