import type { Context } from 'hono';
import { bindingsOf, type SandboxEnv } from '../env';
import type { KeyHolder, KeyName } from '../access/keys';
import type { WorkspaceName } from '../state/team';

/** One request as the sandbox received it, without the key itself. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** Decoded query parameters in order; a repeated name is repeated. */
  readonly query: readonly (readonly [string, string])[];
  /** All headers in lower case, `authorization` left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it came with a key of this sandbox (revoked ones included), with another one, or with none. */
  readonly bearer: 'expected' | 'other' | 'none';
  /** Which key it came with; null for an unknown key or none. */
  readonly keyName: KeyName | null;
  /** The workspace of that key. */
  readonly workspace: WorkspaceName | null;
  /** Version of HTTP, `1.1` or `2.0`; null in process. */
  readonly http: string | null;
  /** Parsed JSON, else the text; null without a body or when the connection was reset before it was read. */
  body: unknown;
  /** Null while it is unanswered, or when the connection was broken or hangs. */
  status: number | null;
  /** What the server itself did, whatever a scripted fault made of the answer; null when it was not carried out, and for GET. */
  outcome: { readonly status: number; readonly body: unknown } | null;
  /** When it arrived, ms since the epoch on the sandbox's clock. */
  readonly at: number;
  /** Whether a scripted fault applied. */
  readonly faulted: boolean;
}

export interface RequestLog {
  readonly add: (c: Context<SandboxEnv>, holder: KeyHolder | null, faulted: boolean) => LoggedRequest;
  readonly all: () => readonly LoggedRequest[];
  readonly clear: () => void;
}

export function createRequestLog(now: () => number): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add(c, holder, faulted) {
      const url = new URL(c.req.url);
      const { authorization, ...headers } = c.req.header();
      const logged: LoggedRequest = {
        method: c.req.method,
        path: url.pathname,
        query: [...url.searchParams],
        headers,
        bearer: holder !== null ? 'expected' : authorization === undefined ? 'none' : 'other',
        keyName: holder?.name ?? null,
        workspace: holder?.team.workspace ?? null,
        http: bindingsOf(c).incoming?.httpVersion ?? null,
        body: null,
        status: null,
        outcome: null,
        at: now(),
        faulted,
      };
      requests.push(logged);
      return logged;
    },
    all: () => [...requests],
    clear() {
      requests = [];
    },
  };
}
