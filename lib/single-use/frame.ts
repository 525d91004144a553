import type { FramePort, FrameReport, FrameRequest } from './frame-protocol';

/** The part in use of the browser's resource timing, ms. */
export interface Timing {
  readonly connectStart: number;
  readonly connectEnd: number;
}

interface RequestDeps {
  readonly fetch: typeof fetch;
  /** The latest measurement of this address; undefined without one. */
  readonly timingOf: (url: string) => Timing | undefined;
}

export interface FrameDeps extends RequestDeps {
  readonly connect: (name: string) => FramePort;
  /** Closes the offscreen document. */
  readonly close: () => void;
  /** Resolves when a request must end after the worker has died. */
  readonly timeout: () => Promise<void>;
}

/**
 * The frame's whole life: it connects under its nonce, sends one request and reports the answer. If the worker dies, the
 * request may still finish before the timeout; then the frame closes.
 */
export function serveFrameRequest(nonce: string, { connect, close, timeout, ...deps }: FrameDeps): void {
  const port = connect(nonce);
  let sending: Promise<void> = Promise.resolve();
  port.onMessage.addListener((message) => {
    // Only the worker posts on this port, and only once.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
    sending = sendOnce(message as FrameRequest, deps)
      .then((report) => {
        port.postMessage(report);
      })
      // The worker died in this moment.
      .catch(() => undefined);
  });
  port.onDisconnect.addListener(() => {
    void Promise.race([sending, timeout()]).then(close);
  });
}

/** Sends the request once and reports the answer. Runs in the frame, whose connections are its own. */
export async function sendOnce(
  { url, init, maxBytes }: FrameRequest,
  { fetch, timingOf }: RequestDeps,
): Promise<FrameReport> {
  try {
    const response = await fetch(url, init);
    const body = await readUpTo(maxBytes + 1, response).catch(() => null);
    const timing = timingOf(url);
    return {
      kind: 'answer',
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body,
      // Connecting in no time means that the connection existed before; all zero means that it was not measured.
      isShared: timing !== undefined && timing.connectEnd > 0 && timing.connectStart === timing.connectEnd,
    };
  } catch {
    return { kind: 'failed' };
  }
}

async function readUpTo(maxBytes: number, response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  let text = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += latin1(next.value.subarray(0, maxBytes - text.length));
    if (text.length < maxBytes) continue;
    await reader.cancel().catch(() => undefined);
    break;
  }
  return text;
}

/** One character per byte: ports between extension contexts carry JSON only. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
