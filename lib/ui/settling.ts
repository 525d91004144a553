/** Pauses before a page is read again that the reader itself has waited for in vain; then what is there has to do. */
const SETTLE_MS = [300, 900, 2_700] as const;

/** How long to wait before the next look after so many; null when there have been enough. */
export function nextLookMs(attempt: number): number | null {
  return SETTLE_MS[attempt] ?? null;
}
