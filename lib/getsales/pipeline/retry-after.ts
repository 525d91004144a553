const MIN_MS = 1_000;
const MAX_MS = 3_600_000;
/** No header is documented (getsales-api.md 2.2); users wait this long. */
const UNSTATED_MS = 15_000;

/** How long to pause after a 429: seconds or a date, clamped to 1 s … 1 h; 15 s and up to a third more when not said. */
export function retryAfterMs(header: string | null, nowMs: number, random: () => number): number {
  const stated = header === null ? Number.NaN : statedMs(header.trim(), nowMs);
  if (Number.isNaN(stated)) return UNSTATED_MS + random() * (UNSTATED_MS / 3);
  return Math.min(MAX_MS, Math.max(MIN_MS, stated));
}

function statedMs(header: string, nowMs: number): number {
  if (/^-?\d+(?:\.\d+)?$/u.test(header)) return Number(header) * 1_000;
  return /[a-z]{3}/iu.test(header) ? Date.parse(header) - nowMs : Number.NaN;
}
