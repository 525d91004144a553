import type { LoggedRequest } from '@/lib/domain/logged-request';
import { UUID_PATTERN } from '@/lib/domain/ids';
import type { Call } from './call';

/**
 * The URL of a call: its path on the one origin. `URL` resolves `..` and `//` before the check, so no
 * input can lead to another host (docs/reliability.md#requests).
 */
export function requestUrl(call: Call, origin: string): URL {
  const url = new URL(call.path, origin);
  if (url.origin !== origin || url.pathname !== call.path) throw new TypeError('the path leads to another host');
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const each of typeof value === 'string' ? [value] : value) url.searchParams.append(name, each);
  }
  return url;
}

export interface Credentials {
  readonly key: string;
  /** Sent only after GetSales demanded it (docs/getsales-api.md#contradictions). */
  readonly teamId: number | null;
}

/**
 * The fixed options of every request (docs/reliability.md#requests). A followed redirect would send the
 * body to another host, or turn a POST into a GET that "succeeds".
 */
export function requestInit(call: Call, { key, teamId }: Credentials, signal: AbortSignal): RequestInit {
  return {
    method: call.method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${key}`,
      ...(teamId === null ? {} : { 'team-id': String(teamId) }),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    mode: 'cors',
    signal,
  };
}

/** The log line of a request: no values, only names. */
export function toLoggedRequest(
  call: Call,
  sent: Pick<LoggedRequest, 'status' | 'at' | 'clockAheadMs'>,
): LoggedRequest {
  const path = call.path.split('/').map((part) => (UUID_PATTERN.test(part) ? '{uuid}' : part));
  const fieldNames = [...Object.keys(call.query ?? {}), ...namesIn(call.body ?? {})];
  return { method: call.method, path: path.join('/'), fieldNames: [...new Set(fieldNames)], ...sent };
}

/** Names of custom fields are left out: users choose them. */
function namesIn(value: unknown, prefix = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => namesIn(each, prefix));
  if (typeof value !== 'object' || value === null || prefix.endsWith('custom_fields.')) return [];
  return Object.entries(value).flatMap(([name, each]) => [`${prefix}${name}`, ...namesIn(each, `${prefix}${name}.`)]);
}

/**
 * Sends one request. A browser silently repeats a request when a reused connection breaks without an answer; on a new
 * connection it does not (docs/reliability.md#requests). What must be sent at most once therefore gets a transport with a
 * connection of its own.
 */
export interface Transport {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Must be called once, at the end. */
  readonly dismiss: () => void;
}

/** Opens a transport with a new connection; null when the browser cannot, and then nothing may be sent. */
export type OpenTransport = () => Promise<Transport | null>;

/** A transport over the browser's shared connections, for requests that may be repeated. */
export function sharedTransport(fetch: (url: URL, init: RequestInit) => Promise<Response>): Transport {
  return { fetch, dismiss: () => undefined };
}
