const MIN_MS = 1_000;
const MAX_MS = 3_600_000;
/** No header is documented (docs/getsales-api.md#rate-limit); users wait this long. */
const UNSTATED_MS = 15_000;

/** What `Retry-After` asks for, as seconds or as a date, clamped to 1 s … 1 h; null when it says nothing readable. */
export function statedPauseMs(header: string | null, nowMs: number): number | null {
  const stated = header === null ? Number.NaN : readPause(header.trim(), nowMs);
  return Number.isNaN(stated) ? null : Math.min(MAX_MS, Math.max(MIN_MS, stated));
}

/** How long to pause after a 429 that does not say it: 15 s and up to a third more, so that not all come back at once. */
export function unstatedPauseMs(random: () => number): number {
  return UNSTATED_MS + random() * (UNSTATED_MS / 3);
}

function readPause(header: string, nowMs: number): number {
  if (/^-?\d+(?:\.\d+)?$/u.test(header)) return Number(header) * 1_000;
  return /[a-z]{3}/iu.test(header) ? Date.parse(header) - nowMs : Number.NaN;
}
