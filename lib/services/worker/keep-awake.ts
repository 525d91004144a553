/** Below the 30 s after which Chrome ends a worker that nobody waits for (docs/browser-facts.md#worker-lifetime). */
const BEAT_MS = 20_000;

export interface KeepAwakeDeps {
  /** Any call into the browser: it counts as activity. */
  readonly beat: () => Promise<unknown>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps the worker alive until an act has come to its end, even if the page that asked for it has gone. Acts end by
 * themselves: every request has a time-out and retries are counted.
 */
export function createKeepAwake({ beat, sleep }: KeepAwakeDeps) {
  return async <T>(act: () => Promise<T>): Promise<T> => {
    const ended = new AbortController();
    void pingUntil(ended.signal);
    try {
      return await act();
    } finally {
      ended.abort();
    }
  };

  async function pingUntil(ended: AbortSignal): Promise<void> {
    await sleep(BEAT_MS, ended);
    while (!ended.aborted) {
      await beat().catch(() => undefined);
      await sleep(BEAT_MS, ended);
    }
  }
}
