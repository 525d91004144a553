import type { AppError } from '@/lib/domain/app-error';
import { isEmpty } from '../../wire/values';
import { isOwnRefusal, problemsIn } from './problems';
import type { Body } from './read-body';

/** What a status means, and whether a write may have happened (docs/reliability.md#requests). */
export interface StatusMeaning {
  readonly error: AppError;
  readonly fate: 'not-done' | 'unknown';
  /** A read may be retried. */
  readonly transient: boolean;
}

/** Something between us and GetSales answered: a firewall, a proxy, the sign-in page of a network. It passes by itself. */
const GATEWAY: AppError = { code: 'forbidden', by: 'gateway' };

/**
 * Null for 2xx. `pauseMs` is how long a 429 asks to wait. What has lasting consequences, a rejected key above all, is believed
 * only in GetSales' own form.
 */
export function classifyStatus(status: number, body: Body, pauseMs: number): StatusMeaning | null {
  if (status >= 200 && status < 300) return null;
  const refused = (error: AppError): StatusMeaning => ({ error, fate: 'not-done', transient: false });
  switch (status) {
    case 401:
      return refused(isOwnRefusal(body) ? { code: 'key-rejected' } : GATEWAY);
    case 402:
      return refused(isOwnRefusal(body) ? { code: 'payment-required' } : GATEWAY);
    case 403:
      return refused(isForeign(body) ? GATEWAY : { code: 'forbidden', by: 'api' });
    case 404:
    case 405:
      return refused(isForeign(body) ? GATEWAY : { code: 'not-found', what: 'record' });
    case 409:
      // GetSales answered, but not whether the write was done.
      return { error: { code: 'refused', status, problems: problemsIn(body) }, fate: 'unknown', transient: false };
    case 407:
    case 511:
      return { error: GATEWAY, fate: 'unknown', transient: false };
    case 429:
      return { error: { code: 'rate-limited', retryAfterMs: Math.ceil(pauseMs) }, fate: 'not-done', transient: true };
    case 400:
    case 422:
      return refused(isForeign(body) ? GATEWAY : { code: 'refused', status, problems: problemsIn(body) });
    case 411:
    case 413:
    case 415:
      return refused({ code: 'refused', status, problems: problemsIn(body) });
    default: {
      // An unexpected status does not prove that nothing was done.
      const isTransient = status >= 500 || status === 408 || status === 425;
      return { error: { code: 'server-trouble', status }, fate: 'unknown', transient: isTransient };
    }
  }
}

/** Whether a body is of a proxy or a sign-in page; GetSales sends its own forms, or none. */
function isForeign(body: Body): boolean {
  const isBare = body.kind === 'empty' || (body.kind === 'json' && isEmpty(body.value));
  return !isBare && !isOwnRefusal(body);
}
