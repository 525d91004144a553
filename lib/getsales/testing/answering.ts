import { createGetSalesClient, type ClientDeps, type GetSalesClient } from '../client';
import { parseJson } from '../http/answer/parse-json';
import { sharedTransport } from '../http/transport';
import { key } from './repeated-key';
import { createVirtualTime, type VirtualTime } from './virtual-time';

/** One answer of GetSales. JSON unless it has a text. */
export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** No answer until the request is aborted. */
  readonly hangs?: boolean;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | null;
}

export interface Answering {
  readonly client: GetSalesClient;
  readonly time: VirtualTime;
  /** Every request so far, in order. */
  readonly asked: readonly Asked[];
}

/** A client whose requests get these answers in order, then network failures. Faster than the sandbox, and knows no contract. */
export function answering(replies: readonly Reply[], changes: Partial<ClientDeps> = {}): Answering {
  const time = createVirtualTime();
  const asked: Asked[] = [];
  const left = [...replies];
  const fetch = (input: URL | RequestInfo, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push({
      method: init.method ?? '',
      path: url.pathname,
      query: [...url.searchParams],
      body: typeof init.body === 'string' ? parseJson(init.body) : undefined,
      headers: Object.fromEntries(new Headers(init.headers)),
      signal: init.signal ?? null,
    });
    const reply = left.shift();
    if (reply?.hangs === true) return ended(init.signal);
    return reply === undefined ? Promise.reject(new TypeError('no answer')) : Promise.resolve(responseOf(reply));
  };
  const client = createGetSalesClient({
    fetch,
    openTransport: () => Promise.resolve(sharedTransport(fetch)),
    key: () => Promise.resolve(key),
    now: time.now,
    monotonic: time.monotonic,
    sleep: time.sleep,
    random: () => 0.5,
    ...changes,
  });
  return { client, time, asked };
}

function ended(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new DOMException('aborted', 'AbortError'));
    });
  });
}

function responseOf({ status = 200, json, text, headers }: Reply): Response {
  const body = text ?? (json === undefined ? null : JSON.stringify(json));
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}
