import type { AppError } from '@/lib/domain/app-error';
import { problemsIn } from './problems';
import type { Body } from './read-body';

/** What a status means, and whether a write may have happened (docs/reliability.md#requests). */
export interface StatusMeaning {
  readonly error: AppError;
  readonly fate: 'not-done' | 'unknown';
  /** A read may be retried. */
  readonly transient: boolean;
}

/** Null for 2xx. `pauseMs` is how long a 429 asks to wait. */
export function classifyStatus(status: number, body: Body, pauseMs: number): StatusMeaning | null {
  if (status >= 200 && status < 300) return null;
  const refused = (error: AppError): StatusMeaning => ({ error, fate: 'not-done', transient: false });
  switch (status) {
    case 401:
      return refused({ code: 'key-rejected' });
    case 402:
      return refused({ code: 'payment-required' });
    case 403:
      return refused({ code: 'forbidden', by: body.kind === 'html' ? 'gateway' : 'api' });
    case 404:
    case 405:
      return refused({ code: 'not-found', what: 'record' });
    case 429:
      return { error: { code: 'rate-limited', retryAfterMs: Math.ceil(pauseMs) }, fate: 'not-done', transient: true };
    case 400:
    case 411:
    case 413:
    case 415:
    case 422:
      return refused({ code: 'refused', status, problems: problemsIn(body) });
    default: {
      // An unexpected status does not prove that nothing was done.
      const isTransient = status >= 500 || status === 408 || status === 425;
      return { error: { code: 'server-trouble', status }, fate: 'unknown', transient: isTransient };
    }
  }
}
