/**
 * Carries one request over a connection that nothing used before. Below `fetch`, a browser repeats a request by itself
 * when a connection that was used before breaks without an answer; over a fresh one it does not (ARCHITECTURE.md,
 * decisions).
 */
export interface Transport {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** To be told once, at the end, whatever the end was. */
  readonly dismiss: () => void;
}

/** A transport for the next request; null when the browser gives none, and then nothing may leave. */
export type TransportFactory = () => Promise<Transport | null>;

/** The common way, over whatever connection there is: for what may be repeated. */
export function commonTransport(fetch: (url: URL, init: RequestInit) => Promise<Response>): Transport {
  return { fetch, dismiss: () => undefined };
}
