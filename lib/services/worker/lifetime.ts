/** Below the 30 s after which Chrome stops an idle worker (docs/browser-facts.md#worker-lifetime). */
const PING_MS = 20_000;

/** An update waits this long for messages that are being sent, and checks this often. */
const UPDATE_WAIT_MS = 600_000;
const UPDATE_CHECK_MS = 2_000;

export interface KeepAwakeDeps {
  /** Any call into the browser: it counts as activity. */
  readonly ping: () => Promise<unknown>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps the worker alive until a task has ended, even if the page that started it was closed. Every task ends: requests
 * have time-outs, and retries are limited.
 */
export function createKeepAwake({ ping, sleep }: KeepAwakeDeps) {
  return async <T>(task: () => Promise<T>): Promise<T> => {
    const ended = new AbortController();
    void pingUntil(ended.signal);
    try {
      return await task();
    } finally {
      ended.abort();
    }
  };

  async function pingUntil(ended: AbortSignal): Promise<void> {
    await sleep(PING_MS, ended);
    while (!ended.aborted) {
      await ping().catch(() => undefined);
      await sleep(PING_MS, ended);
    }
  }
}

export interface UpdateDeps {
  /** Whether a message is queued or being sent. */
  readonly isSending: () => Promise<boolean>;
  /** Whether a page of the extension is open. */
  readonly isOpen: () => Promise<boolean>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly reload: () => void;
}

/**
 * Starts the new version of the extension once no message is being sent; the outbox keeps all other work. A new version closes
 * every page, and the panel cannot be opened again without a click: while one is open, the browser is left to start the
 * new version by itself once all are closed.
 */
export async function updateWhenIdle({ isSending, isOpen, sleep, reload }: UpdateDeps): Promise<void> {
  for (let waited = 0; waited < UPDATE_WAIT_MS && (await isSending()); waited += UPDATE_CHECK_MS)
    await sleep(UPDATE_CHECK_MS);
  if (!(await isOpen())) reload();
}

/** Resolves after `ms`, or at once when the signal aborts. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
