import type { Context } from 'hono';
import { bindingsOf, type SandboxEnv } from './env';

/** One request as the sandbox saw it. The key itself is never kept. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** Decoded query parameters in order; a repeated name is repeated. */
  readonly query: readonly (readonly [string, string])[];
  /** All headers in lower case, `authorization` left out. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bearer: 'expected' | 'other' | 'none';
  /** Version of HTTP, `1.1` or `2.0`; null in process. */
  readonly http: string | null;
  /** Parsed JSON, else the text; null without a body or when the connection was reset before it was read. */
  body: unknown;
  /** Null while it is unanswered, or when the connection was broken or hangs. */
  status: number | null;
  /** When it arrived, ms since the epoch on the sandbox's clock. */
  readonly at: number;
  /** Whether a scripted fault applied. */
  readonly faulted: boolean;
}

export interface RequestLog {
  readonly open: (c: Context<SandboxEnv>, faulted: boolean) => SeenRequest;
  readonly all: () => readonly SeenRequest[];
  readonly clear: () => void;
}

export function createRequestLog(key: string, now: () => number): RequestLog {
  let requests: SeenRequest[] = [];
  return {
    open(c, faulted) {
      const url = new URL(c.req.url);
      const { authorization, ...headers } = c.req.header();
      const seen: SeenRequest = {
        method: c.req.method,
        path: url.pathname,
        query: [...url.searchParams],
        headers,
        bearer: authorization === undefined ? 'none' : authorization === `Bearer ${key}` ? 'expected' : 'other',
        http: bindingsOf(c).incoming?.httpVersion ?? null,
        body: null,
        status: null,
        at: now(),
        faulted,
      };
      requests.push(seen);
      return seen;
    },
    all: () => [...requests],
    clear() {
      requests = [];
    },
  };
}
