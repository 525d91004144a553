import type { LoggedRequest } from '@/lib/domain/logged-request';
import { UUID_PATTERN } from '@/lib/domain/ids';
import type { Call } from './call';

/**
 * The address of a call: a path of the route table on the one origin. `URL` resolves `..`, `//` and the like before the
 * check, so nothing can lead elsewhere (docs/reliability.md#requests).
 */
export function addressOf(call: Call, origin: string): URL {
  const url = new URL(call.path, origin);
  if (url.origin !== origin || url.pathname !== call.path) throw new TypeError('a route left its host');
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const each of typeof value === 'string' ? [value] : value) url.searchParams.append(name, each);
  }
  return url;
}

export interface Credentials {
  readonly key: string;
  /** Sent only where GetSales asked for it (docs/getsales-api.md#contradictions). */
  readonly teamId: number | null;
}

/**
 * The fixed options of every request (docs/reliability.md#requests). A followed redirect would carry the body to another host, or turn
 * a POST into a GET that "succeeds" (M9, M10).
 */
export function optionsOf(call: Call, { key, teamId }: Credentials, signal: AbortSignal): RequestInit {
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

export function noteOf(call: Call, status: number | null, at: number): LoggedRequest {
  const path = call.path.split('/').map((part) => (UUID_PATTERN.test(part) ? '{uuid}' : part));
  const fieldNames = [...Object.keys(call.query ?? {}), ...namesIn(call.body ?? {})];
  return { method: call.method, path: path.join('/'), fieldNames: [...new Set(fieldNames)], status, at };
}

/** Names of custom fields are the user's own words and stay out. */
function namesIn(value: unknown, prefix = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown) => namesIn(each, prefix));
  if (typeof value !== 'object' || value === null || prefix.endsWith('custom_fields.')) return [];
  return Object.entries(value).flatMap(([name, each]) => [`${prefix}${name}`, ...namesIn(each, `${prefix}${name}.`)]);
}

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
