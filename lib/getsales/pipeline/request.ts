import type { AppError } from '@/lib/domain/app-error';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Breaker } from './breaker';
import { classifyStatus } from './classify';
import type { Limiter } from './limiter';
import { readBody } from './read-body';
import { retryAfterMs } from './retry-after';
import { backoffMs, TRIES } from './backoff';

/** Below the worker's 30 s life without events (security.md M15). */
export const TIMEOUT_MS = 25_000;
const SHORT_PAUSE_MS = 3_000;

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Made by the route table. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /**
   * `read` may be repeated · `preflight` reads once · `repeatable` writes once, and again only when GetSales refused it
   * unseen (429) · `once` leaves at most one time.
   */
  readonly mode: 'read' | 'preflight' | 'repeatable' | 'once';
  /** An empty 200 means "nothing there" (look-ups) instead of a hiccup. */
  readonly emptyIsAnswer?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  /** Undefined when the body was empty. */
  readonly json: unknown;
  /** The server's clock in ms, from `Date`. */
  readonly serverNowMs: number | null;
}

export interface Failure {
  readonly fate: 'not-done' | 'unknown';
  readonly error: AppError;
  /** Status of the answer, when there was one. */
  readonly status: number | null;
  /** Whether the answer carried JSON: a missing route answers without. */
  readonly hadJson: boolean;
}

export interface PipelineDeps {
  readonly fetch: typeof fetch;
  readonly origin: string;
  readonly key: () => Promise<string | null>;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly timeout: (ms: number) => AbortSignal;
  readonly isOnline: () => boolean;
  readonly onKeyRejected: () => void;
  readonly limiter: Limiter;
  readonly breaker: Breaker;
}

export type Request = (call: Call) => Promise<Result<Answer, Failure>>;

interface Attempt {
  readonly failure: Failure;
  readonly transient: boolean;
}

/** The one way to GetSales: fixed options, one host, a limit of requests, a time-out, and retries only where repeating is safe. */
export function createRequest(deps: PipelineDeps): Request {
  return async (call) => {
    const tries = call.mode === 'read' ? TRIES : call.mode === 'repeatable' ? 2 : 1;
    let last: Failure = notSent({ code: 'unreachable', why: 'network' });
    for (let tried = 0; tried < tries; tried += 1) {
      if (tried > 0 && last.error.code !== 'rate-limited') {
        await deps.sleep(backoffMs(tried - 1, deps.random), call.signal);
      }
      const attempt = await attemptOnce(call, deps);
      if ('status' in attempt) return ok(attempt);
      last = attempt.failure;
      if (!attempt.transient || !mayRepeat(call, last)) break;
    }
    return err(last);
  };
}

function mayRepeat(call: Call, failure: Failure): boolean {
  if (isGivenUp(call)) return false;
  if (failure.error.code === 'rate-limited') return failure.error.retryAfterMs <= SHORT_PAUSE_MS;
  return call.mode === 'read';
}

async function attemptOnce(call: Call, deps: PipelineDeps): Promise<Answer | Attempt> {
  const key = await deps.key();
  if (key === null) return final(notSent({ code: 'not-connected' }));
  if (!deps.isOnline()) return final(notSent({ code: 'offline' }));
  if (!deps.breaker.allows()) return final(notSent({ code: 'unreachable', why: 'network' }));
  const turn = await deps.limiter.take(call.signal);
  if (turn !== 'go') return final(notSent({ code: 'rate-limited', retryAfterMs: Math.ceil(turn.paused) }));
  if (isGivenUp(call)) return final(notSent({ code: 'cancelled' }));
  const timeout = deps.timeout(TIMEOUT_MS);
  try {
    const response = await deps.fetch(addressOf(call, deps.origin), optionsFor(call, key, timeout));
    return await judge(call, response, deps);
  } catch {
    if (isGivenUp(call)) return final({ ...notSent({ code: 'cancelled' }), fate: 'unknown' });
    deps.breaker.failed();
    const error: AppError = { code: 'unreachable', why: timeout.aborted ? 'timeout' : 'network' };
    return { failure: { ...notSent(error), fate: 'unknown' }, transient: true };
  }
}

async function judge(call: Call, response: Response, deps: PipelineDeps): Promise<Answer | Attempt> {
  const body = await readBody(response);
  const pauseMs = retryAfterMs(response.headers.get('retry-after'), deps.now(), deps.random);
  const meaning = classifyStatus(response.status, body, pauseMs);
  const trouble = response.status >= 500 || (meaning?.error.code === 'forbidden' && meaning.error.by === 'gateway');
  if (trouble) deps.breaker.failed();
  else deps.breaker.succeeded();
  if (response.status === 401) deps.onKeyRejected();
  if (response.status === 429) deps.limiter.pause(pauseMs);
  const seen = { status: response.status, hadJson: body.kind === 'json' };
  if (meaning !== null)
    return { failure: { ...seen, fate: meaning.fate, error: meaning.error }, transient: meaning.transient };
  const mayBeEmpty =
    response.status === 204 || call.emptyIsAnswer === true || call.method === 'PUT' || call.method === 'DELETE';
  if (body.kind === 'unreadable' || (body.kind === 'empty' && !mayBeEmpty)) {
    const error: AppError = { code: 'unreadable-answer', status: response.status };
    return { failure: { ...seen, fate: 'unknown', error }, transient: body.kind === 'empty' };
  }
  return {
    status: response.status,
    json: body.kind === 'json' ? body.value : undefined,
    serverNowMs: serverClock(response),
  };
}

function isGivenUp({ signal }: Call): boolean {
  return signal?.aborted === true;
}

function optionsFor(call: Call, key: string, timeout: AbortSignal): RequestInit {
  return {
    method: call.method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${key}`,
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    mode: 'cors',
    signal: call.signal === undefined ? timeout : AbortSignal.any([call.signal, timeout]),
  };
}

function addressOf(call: Call, origin: string): URL {
  const url = new URL(call.path, origin);
  if (url.origin !== origin || url.pathname !== call.path) throw new TypeError('a route left its host');
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
  return url;
}

function serverClock(response: Response): number | null {
  const ms = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(ms) ? null : ms;
}

function notSent(error: AppError): Failure {
  return { fate: 'not-done', error, status: null, hadJson: false };
}

function final(failure: Failure): Attempt {
  return { failure, transient: false };
}
