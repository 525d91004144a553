import type { FrameRequest, Report } from './request-message';

/** What the browser measured about a request, as far as it matters here. */
export interface Timing {
  readonly connectStart: number;
  readonly connectEnd: number;
}

export interface FrameRequestDeps {
  readonly fetch: typeof fetch;
  /** The latest measurement of this address; undefined without one. */
  readonly timingOf: (url: string) => Timing | undefined;
}

/** Asks once what it was told to ask, and reports. Runs in the frame whose connections are its own. */
export async function carry(
  { url, init, maxBytes }: FrameRequest,
  { fetch, timingOf }: FrameRequestDeps,
): Promise<Report> {
  try {
    const response = await fetch(url, init);
    const body = await readUpTo(maxBytes + 1, response).catch(() => null);
    const timing = timingOf(url);
    return {
      kind: 'answer',
      status: response.status,
      headers: [...response.headers],
      body,
      // No time to connect means that somebody had connected before; all zero means that it was not told.
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

/** As many characters as bytes: a line between extension contexts carries JSON only. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
