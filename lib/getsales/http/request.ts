import { err, ok, type Result } from '@/lib/domain/result';
import { inspectKey } from '../inspect-key';
import { apiPath } from './api-path';
import { attempt, type AttemptDeps } from './attempt';
import { isGivenUp, notSent, type Call, type Failure, type Request } from './call';
import { KEY_REPLACED, waitingSignal } from './key-scope';
import type { Credentials } from './transport';
import { sleepUnlessAborted } from './limits/rate-gate';
import { nextTryMs } from './limits/retry';
import { readTeam } from '../wire/rows';
import { unwrapData } from '../wire/values';

export interface RequestDeps extends Omit<AttemptDeps, 'onKeyRejected'> {
  readonly key: () => Promise<string | null>;
  readonly monotonic: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly onKeyRejected: () => void;
}

/**
 * All requests to GetSales: fixed options, one host, rate limit, time-out, and retries only where they are safe. Waiting
 * calls are not sent after GetSales rejects their key or the key is replaced.
 */
export function createRequest(deps: RequestDeps): Request {
  let rejected: { readonly key: string; readonly serial: number } = { key: '', serial: 0 };
  let sendsTeam = false;
  /** The only workspace of a key that names none. */
  let learned: { readonly key: string; readonly teamId: number | null } | null = null;

  const attemptDeps: AttemptDeps = {
    ...deps,
    onKeyRejected(key) {
      rejected = { key, serial: rejected.serial + 1 };
      deps.onKeyRejected();
    },
  };

  async function authorize(serialAtStart: number): Promise<Result<Credentials>> {
    const key = await deps.key().catch(() => null);
    if (key === null) return err({ code: 'not-connected' });
    if (rejected.serial > serialAtStart && rejected.key === key) return err({ code: 'key-rejected' });
    return ok({ key, teamId: sendsTeam ? teamOf(key) : null });
  }

  const teamOf = (key: string): number | null => claimedTeam(key) ?? (learned?.key === key ? learned.teamId : null);

  /** Whether it is known which workspace the key is for; GetSales is asked if the key does not say. Unknown if there are several. */
  async function knowsTeam(serial: number): Promise<boolean> {
    const key = await deps.key().catch(() => null);
    if (key === null || teamOf(key) !== null) return key !== null;
    const answer = await attempt(TEAMS, () => authorize(serial), attemptDeps);
    const rows = answer.ok ? unwrapData(answer.value.json) : null;
    const team = Array.isArray(rows) && rows.length === 1 ? readTeam(rows[0]) : null;
    learned = { key, teamId: team?.id ?? null };
    return learned.teamId !== null;
  }

  return async (call) => {
    const begunAt = deps.monotonic();
    const serial = rejected.serial;
    let pausedMs = 0;
    let triedWithTeam = sendsTeam;
    let answered: Failure | undefined;
    for (let tries = 1; ; tries += 1) {
      const attempted = await attempt(call, () => authorize(serial), attemptDeps);
      if (attempted.ok) return attempted;
      const { failure } = attempted.error;
      // What GetSales answered last, if it did.
      if (failure.refusal !== null) answered = failure;
      if (mayWantTeam(call, failure)) {
        // One revision of GetSales' reference demands `Team-ID` (docs/getsales-api.md#contradictions): retry once with it, and
        // keep sending it if that helped.
        sendsTeam = !triedWithTeam && (await knowsTeam(serial));
        if (sendsTeam) {
          triedWithTeam = true;
          continue;
        }
      }
      const progress = { tries, elapsedMs: deps.monotonic() - begunAt, pausedMs };
      const wait = nextTryMs(call, attempted.error, progress, deps.random);
      // Chrome holds requests of extensions back after some 5xx in a row, which looks like a lost connection.
      if (wait === null)
        return err(attempted.error.transient && call.mode === 'read' ? (answered ?? failure) : failure);
      pausedMs += attempted.error.pauseMs;
      if (await sleepUnlessAborted(wait, waitingSignal(call, deps.scope), deps.sleep)) continue;
      return err(notSent(isGivenUp(call) ? { code: 'cancelled' } : KEY_REPLACED));
    }
  };
}

const TEAMS: Call = { method: 'GET', path: apiPath`/id/api/teams`, mode: 'preflight' };

function claimedTeam(key: string): number | null {
  const claims = inspectKey(key);
  return claims.ok ? claims.value.teamId : null;
}

/**
 * Whether a refusal may ask for `Team-ID`: in words, or without any words. After the latter only what may be repeated is sent
 * again.
 */
function mayWantTeam({ mode }: Call, { refusal }: Failure): boolean {
  if (refusal === null || (refusal.status !== 400 && refusal.status !== 422)) return false;
  if (refusal.problems.some(({ field, message }) => TEAM_ID.test(`${field} ${message}`))) return true;
  const isWordless = refusal.problems.length === 0 && (refusal.reason === 'bad_request' || !refusal.reason);
  return isWordless && (mode === 'read' || mode === 'repeatable');
}

const TEAM_ID = /\bteam[\s_-]?id\b/iu;
