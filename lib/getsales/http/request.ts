import { err, ok, type Result } from '@/lib/domain/result';
import { inspectKey } from '../inspect-key';
import { attempt, type AttemptDeps } from './attempt';
import { isGivenUp, notSent, type Call, type Failure, type Request } from './call';
import { KEY_REPLACED, waitingSignal } from './key-scope';
import type { Credentials } from './transport';
import { sleepUnlessAborted } from './limits/rate-gate';
import { nextTryMs } from './limits/retry';

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
    const claims = inspectKey(key, deps.now());
    return ok({ key, teamId: sendsTeam && claims.ok ? claims.value.teamId : null });
  }

  return async (call) => {
    const begunAt = deps.monotonic();
    const serial = rejected.serial;
    let pausedMs = 0;
    let triedWithTeam = sendsTeam;
    for (let tries = 1; ; tries += 1) {
      const attempted = await attempt(call, () => authorize(serial), attemptDeps);
      if (attempted.ok) return attempted;
      const { failure } = attempted.error;
      if (mayWantTeam(call, failure)) {
        // One revision of GetSales' reference demands `Team-ID` (docs/getsales-api.md#contradictions): retry once with it, and
        // keep sending it if that helped.
        sendsTeam = !triedWithTeam;
        if (sendsTeam) {
          triedWithTeam = true;
          continue;
        }
      }
      const progress = { tries, elapsedMs: deps.monotonic() - begunAt, pausedMs };
      const wait = nextTryMs(call, attempted.error, progress, deps.random);
      if (wait === null) return err(failure);
      pausedMs += attempted.error.pauseMs;
      if (await sleepUnlessAborted(wait, waitingSignal(call, deps.scope), deps.sleep)) continue;
      return err(notSent(isGivenUp(call) ? { code: 'cancelled' } : KEY_REPLACED));
    }
  };
}

function mayWantTeam({ mode }: Call, { refusal }: Failure): boolean {
  return refusal?.status === 400 && refusal.reason === 'bad_request' && (mode === 'read' || mode === 'repeatable');
}
