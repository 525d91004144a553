import type { AppError } from '@/lib/domain/app-error';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Breaker, Permit } from './limits/breaker';
import { isGivenUp, notSent, unreadable, type Answer, type Call, type Failure } from './call';
import {
  requestUrl,
  sharedTransport,
  type Credentials,
  toLoggedRequest,
  requestInit,
  type Transport,
  type OpenTransport,
} from './transport';
import { classifyStatus } from './answer/classify';
import { KEY_REPLACED, waitingSignal, wireSignal, type KeyScope } from './key-scope';
import type { Limiter } from './limits/rate-gate';
import { problemsIn, reasonIn } from './answer/problems';
import { readBody, type Body } from './answer/read-body';
import { type FailedAttempt, statedPauseMs, unstatedPauseMs } from './limits/retry';

/** Below the worker's 30 s life without events (docs/browser-facts.md#worker-lifetime). */
export const TIMEOUT_MS = 25_000;

export interface AttemptDeps {
  readonly fetch: typeof fetch;
  /** For calls of mode `once`. */
  readonly openTransport: OpenTransport;
  readonly origin: string;
  readonly now: () => number;
  readonly random: () => number;
  readonly timeout: (ms: number) => AbortSignal;
  readonly isOnline: () => boolean;
  readonly onKeyRejected: (key: string) => void;
  readonly onRequest: (loggedRequest: LoggedRequest) => void;
  readonly limiter: Limiter;
  readonly breaker: Breaker;
  readonly scope: KeyScope;
}

/** The credentials to use, or why there are none. Called just before sending, so that an erased key is not used. */
export type Authorize = () => Promise<Result<Credentials>>;

type Attempted = Result<Answer, FailedAttempt>;

/** Waits for a turn and sends one request. Everything that stops it before sending is `not-done`. */
export async function attempt(call: Call, authorize: Authorize, deps: AttemptDeps): Promise<Attempted> {
  const ended = waitingSignal(call, deps.scope);
  // What cannot be sent does not wait for a turn either.
  const obstacle = obstacleTo(deps);
  if (obstacle !== null && !ended.aborted) return final(notSent(obstacle));
  const turn = await deps.limiter.take(ended);
  if (turn === 'given-up') return final(notSent(whyGivenUp(deps.scope)));
  if (turn !== 'go') return final(notSent({ code: 'rate-limited', retryAfterMs: turn.pausedMs }));
  const transport =
    call.mode === 'once' ? await openTransportUnlessEnded(ended, deps.openTransport) : sharedTransport(deps.fetch);
  if (transport === null) return final(notSent(ended.aborted ? whyGivenUp(deps.scope) : { code: 'may-repeat' }));
  try {
    return await authorizeAndSend(call, authorize, transport, deps);
  } finally {
    transport.dismiss();
  }
}

/** Why no request can be sent now; null when one can. */
function obstacleTo({ isOnline, breaker }: AttemptDeps): AppError | null {
  return isOnline() ? breaker.trouble() : { code: 'offline' };
}

/** Null when the call ended while the transport was opening; the late transport is then dismissed. */
function openTransportUnlessEnded(ended: AbortSignal, openTransport: OpenTransport): Promise<Transport | null> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      resolve(null);
    };
    ended.addEventListener('abort', giveUp, { once: true });
    openTransport().then((transport) => {
      ended.removeEventListener('abort', giveUp);
      if (ended.aborted) transport?.dismiss();
      resolve(ended.aborted ? null : transport);
    }, reject);
  });
}

function whyGivenUp({ closed }: KeyScope): AppError {
  return closed.aborted ? KEY_REPLACED : { code: 'cancelled' };
}

async function authorizeAndSend(
  call: Call,
  authorize: Authorize,
  transport: Transport,
  deps: AttemptDeps,
): Promise<Attempted> {
  const credentials = await authorize();
  // No await from here to the request, so the key cannot be replaced in between.
  if (deps.scope.closed.aborted) return final(notSent(KEY_REPLACED));
  if (!credentials.ok) return final(notSent(credentials.error));
  if (isGivenUp(call)) return final(notSent({ code: 'cancelled' }));
  const permit = deps.isOnline() ? deps.breaker.enter() : null;
  if (permit === null) return final(notSent(obstacleTo(deps) ?? { code: 'unreachable', why: 'network' }));
  return send(call, { who: credentials.value, transport, permit }, deps);
}

interface Sending {
  readonly who: Credentials;
  readonly transport: Transport;
  readonly permit: Permit;
}

async function send(call: Call, { who, transport, permit }: Sending, deps: AttemptDeps): Promise<Attempted> {
  const at = deps.now();
  const timeout = deps.timeout(TIMEOUT_MS);
  const ended = wireSignal(call, deps.scope, timeout);
  let status: number | null = null;
  let clockAheadMs: number | null = null;
  try {
    const response = await transport.fetch(requestUrl(call, deps.origin), requestInit(call, who, ended));
    ({ status } = response);
    const serverNowMs = serverClock(response);
    clockAheadMs = serverNowMs && serverNowMs - deps.now();
    // The status of a refusal counts even when its body breaks off.
    const body: Body = response.ok
      ? await readBody(response, who.key)
      : await readBody(response, who.key).catch(() => ({ kind: 'unreadable' }) as const);
    return interpret(call, { response, body, serverNowMs }, who, permit, deps);
  } catch {
    if (ended.aborted && !timeout.aborted) {
      permit.abandoned();
      // It had been sent, so the outcome is unknown, not `key-replaced`.
      const error: AppError = isGivenUp(call) ? { code: 'cancelled' } : { code: 'unreachable', why: 'timeout' };
      return final({ ...notSent(error), fate: 'unknown' });
    }
    const error: AppError = { code: 'unreachable', why: timeout.aborted ? 'timeout' : 'network' };
    permit.failed(error);
    return err({ failure: { ...notSent(error), fate: 'unknown' }, transient: true, pauseMs: 0 });
  } finally {
    deps.onRequest(toLoggedRequest(call, { status, at, clockAheadMs }));
  }
}

interface Received {
  readonly response: Response;
  readonly body: Body;
  /** GetSales' clock, ms; null without a date. */
  readonly serverNowMs: number | null;
}

function interpret(
  call: Call,
  { response, body, serverNowMs }: Received,
  who: Credentials,
  permit: Permit,
  deps: AttemptDeps,
): Attempted {
  const { status } = response;
  const stated = statedPauseMs(response.headers.get('retry-after'), serverNowMs ?? deps.now());
  const pauseMs = stated ?? (status === 429 ? unstatedPauseMs(deps.random) : 0);
  const meaning = classifyStatus(status, body, pauseMs);
  if (meaning !== null) {
    const isServiceFailure = status >= 500 || (meaning.error.code === 'forbidden' && meaning.error.by === 'gateway');
    if (isServiceFailure) permit.failed(meaning.error);
    else permit.succeeded();
    if (meaning.error.code === 'key-rejected') deps.onKeyRejected(who.key);
    if (status === 429) deps.limiter.pause(pauseMs);
    const { fate, error, transient } = meaning;
    const failure: Failure = {
      fate,
      error,
      refusal: { status, body: body.kind, reason: reasonIn(body), problems: problemsIn(body) },
    };
    return err({ failure, transient, pauseMs });
  }
  permit.succeeded();
  if (body.kind === 'json') return ok({ status, json: body.value, serverNowMs });
  if (body.kind !== 'empty') return final(unreadable(status));
  // An empty 200 to a GET is a fault under load (docs/getsales-api.md#errors); for other methods it may be the whole answer.
  if (call.method === 'GET' && status !== 204) {
    return err({ failure: unreadable(status), transient: true, pauseMs: 0 });
  }
  return ok({ status, json: undefined, serverNowMs });
}

function serverClock(response: Response): number | null {
  const ms = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(ms) ? null : ms;
}

function final(failure: Failure): Attempted {
  return err({ failure, transient: false, pauseMs: 0 });
}
