import type { AppError } from '@/lib/domain/app-error';
import type { LoggedRequest } from '@/lib/domain/logged-request';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Breaker, Passage } from './limits/breaker';
import { isGivenUp, notSent, unreadable, type Answer, type Call, type Failure } from './call';
import {
  addressOf,
  commonTransport,
  type Credentials,
  noteOf,
  optionsOf,
  type Transport,
  type TransportFactory,
} from './transport';
import { classifyStatus } from './answer/classify';
import { KEY_REPLACED, waitingSignal, wireSignal, type KeyScope } from './key-scope';
import type { Limiter } from './limits/rate-gate';
import { reasonIn } from './answer/problems';
import { readBody, type Body } from './answer/read-body';
import { type Setback, statedPauseMs, unstatedPauseMs } from './limits/retry';

/** Below the worker's 30 s life without events (docs/browser-facts.md#worker-lifetime). */
export const TIMEOUT_MS = 25_000;

export interface AttemptDeps {
  readonly fetch: typeof fetch;
  /** For what may leave only once. */
  readonly openTransport: TransportFactory;
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

/** Who asks; an error when nobody may. Called at the last moment, so that a key erased meanwhile is not used. */
export type Authorize = () => Promise<Result<Credentials>>;

type Attempted = Result<Answer, Setback>;

/** One request, waiting for its turn first. Everything that can stop it before it leaves is `not-done`. */
export async function attempt(call: Call, authorize: Authorize, deps: AttemptDeps): Promise<Attempted> {
  const troubled = deps.breaker.trouble();
  if (troubled !== null) return final(notSent(troubled));
  const ended = waitingSignal(call, deps.scope);
  const turn = await deps.limiter.take(ended);
  if (turn === 'given-up') return final(notSent(whyGivenUp(deps.scope)));
  if (turn !== 'go') return final(notSent({ code: 'rate-limited', retryAfterMs: turn.pausedMs }));
  const transport = call.mode === 'once' ? await carrierUnless(ended, deps.openTransport) : commonTransport(deps.fetch);
  if (transport === null) return final(notSent(ended.aborted ? whyGivenUp(deps.scope) : { code: 'may-repeat' }));
  try {
    return await leave(call, authorize, transport, deps);
  } finally {
    transport.dismiss();
  }
}

/** A transport takes its time to come up; null when the call has ended by then, and a late transport is dismissed. */
function carrierUnless(ended: AbortSignal, openTransport: TransportFactory): Promise<Transport | null> {
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

async function leave(call: Call, authorize: Authorize, transport: Transport, deps: AttemptDeps): Promise<Attempted> {
  const credentials = await authorize();
  // From here to the request nothing waits: a key that is not replaced by now is the one that leaves.
  if (deps.scope.closed.aborted) return final(notSent(KEY_REPLACED));
  if (!credentials.ok) return final(notSent(credentials.error));
  if (isGivenUp(call)) return final(notSent({ code: 'cancelled' }));
  if (!deps.isOnline()) return final(notSent({ code: 'offline' }));
  const passage = deps.breaker.enter();
  if (passage === null) return final(notSent(deps.breaker.trouble() ?? { code: 'unreachable', why: 'network' }));
  return loggedRequest(call, { who: credentials.value, transport, passage }, deps);
}

interface Leaving {
  readonly who: Credentials;
  readonly transport: Transport;
  readonly passage: Passage;
}

async function loggedRequest(call: Call, { who, transport, passage }: Leaving, deps: AttemptDeps): Promise<Attempted> {
  const leftAt = deps.now();
  const timeout = deps.timeout(TIMEOUT_MS);
  const ended = wireSignal(call, deps.scope, timeout);
  let status: number | null = null;
  try {
    const response = await transport.fetch(addressOf(call, deps.origin), optionsOf(call, who, ended));
    ({ status } = response);
    // Once a refusal's status is known, a body that breaks off changes nothing about it.
    const body: Body = response.ok
      ? await readBody(response, who.key)
      : await readBody(response, who.key).catch(() => ({ kind: 'unreadable' }) as const);
    return judge(call, response, body, who, passage, deps);
  } catch {
    if (ended.aborted && !timeout.aborted) {
      passage.abandoned();
      // It had left, so it does not count as stopped by its key.
      const error: AppError = isGivenUp(call) ? { code: 'cancelled' } : { code: 'unreachable', why: 'timeout' };
      return final({ ...notSent(error), fate: 'unknown' });
    }
    const error: AppError = { code: 'unreachable', why: timeout.aborted ? 'timeout' : 'network' };
    passage.failed(error);
    return err({ failure: { ...notSent(error), fate: 'unknown' }, transient: true, pauseMs: 0 });
  } finally {
    deps.onRequest(noteOf(call, status, leftAt));
  }
}

function judge(
  call: Call,
  response: Response,
  body: Body,
  who: Credentials,
  passage: Passage,
  deps: AttemptDeps,
): Attempted {
  const { status } = response;
  const serverNowMs = serverClock(response);
  const stated = statedPauseMs(response.headers.get('retry-after'), serverNowMs ?? deps.now());
  const pauseMs = stated ?? (status === 429 ? unstatedPauseMs(deps.random) : 0);
  const meaning = classifyStatus(status, body, pauseMs);
  if (meaning !== null) {
    const isTrouble = status >= 500 || (meaning.error.code === 'forbidden' && meaning.error.by === 'gateway');
    if (isTrouble) passage.failed(meaning.error);
    else passage.succeeded();
    if (status === 401) deps.onKeyRejected(who.key);
    if (status === 429) deps.limiter.pause(pauseMs);
    const { fate, error, transient } = meaning;
    const failure: Failure = { fate, error, refusal: { status, body: body.kind, reason: reasonIn(body) } };
    return err({ failure, transient, pauseMs });
  }
  passage.succeeded();
  if (body.kind === 'json') return ok({ status, json: body.value, serverNowMs });
  if (body.kind !== 'empty') return final(unreadable(status));
  // An empty 200 to a GET is a hiccup under load (docs/getsales-api.md#errors); elsewhere it may be the whole answer.
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
