import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from './env';
import { TEAM_ID } from './state/workspace';
import { badRequest, Problem } from './wire/problem';

const WINDOW_MS = 60_000;

/** Requests per minute and key (getsales-api.md 2.2). */
export const DOCUMENTED_RATE = 300;

export interface AccessState {
  key: string;
  revoked: boolean;
  /** Null lifts the limit. */
  perMinute: number | null;
}

/** 401 without the key, 403 for another team's `Team-ID` (getsales-api.md 2.1, 2.5). */
export function requireKey(state: AccessState): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const valid = !state.revoked && c.req.header('authorization') === `Bearer ${state.key}`;
    if (!valid) throw new Problem(401, 'auth_exception', 'Token is not valid.', 'Unauthorized');
    const team = c.req.header('team-id');
    if (team !== undefined && !/^\d+$/.test(team)) throw badRequest('The Team-ID header must be a number.');
    if (team !== undefined && team !== String(TEAM_ID)) {
      throw new Problem(403, 'access_denied', 'No access to this team.', 'Forbidden');
    }
    await next();
  };
}

/** 429 over the limit, without any header that says how long (getsales-api.md 2.2). Refused requests do not count. */
export function limitRate(state: AccessState, now: () => number): MiddlewareHandler<SandboxEnv> {
  let served: number[] = [];
  return async (_c, next) => {
    const at = now();
    served = served.filter((time) => time > at - WINDOW_MS && time <= at);
    if (state.perMinute !== null && served.length >= state.perMinute) {
      throw new Problem(429, 'too_many_requests', 'Too Many Attempts.', 'Too Many Attempts.');
    }
    served.push(at);
    await next();
  };
}
