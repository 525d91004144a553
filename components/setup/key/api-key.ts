const DAY_MS = 86_400_000;

/** From here on the page warns: enough time to ask whoever may make keys. */
export const WARN_DAYS = 30;

export type KeyLife =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'long' }
  /** Whole days left; 0 means less than a day. */
  | { readonly kind: 'ending'; readonly days: number }
  | { readonly kind: 'ended' };

/** How long the key still works. @param expiresAt ISO, from the key's own `exp`; null when it has none. */
export function keyLife(expiresAt: string | null, nowMs: number): KeyLife {
  if (expiresAt === null) return { kind: 'unknown' };
  const leftMs = Date.parse(expiresAt) - nowMs;
  if (Number.isNaN(leftMs)) return { kind: 'unknown' };
  if (leftMs <= 0) return { kind: 'ended' };
  const days = Math.floor(leftMs / DAY_MS);
  return days < WARN_DAYS ? { kind: 'ending', days } : { kind: 'long' };
}
