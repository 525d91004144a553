import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../env';
import { holderOf, KEY_NAMES, type KeyHolder, type KeyName, type Keys } from './keys';
import type { WorkspaceName } from '../state/team';
import type { Workspace } from '../state/workspace';
import { badRequest, Problem } from '../wire/problem';

const WINDOW_MS = 60_000;

/** Requests per minute and key (docs/getsales-api.md#rate-limit). */
export const DOCUMENTED_RATE = 300;

export interface AccessState {
  readonly keys: Keys;
  /** Keys that answer 401. */
  readonly revoked: Set<KeyName>;
  /** For each key by itself; null lifts the limit. */
  perMinute: number | null;
  /** When each key's requests of the last minute were served, ms. */
  readonly served: Map<KeyName, readonly number[]>;
}

/** The holder of the key in an `authorization` header, revoked or not; null for an unknown key or none. */
export function holderIn(keys: Keys, authorization: string | undefined): KeyHolder | null {
  const name = KEY_NAMES.find((candidate) => authorization === `Bearer ${keys[candidate]}`);
  return name === undefined ? null : holderOf(name);
}

/**
 * 401 without a valid key, 403 for a `Team-ID` that is not of the key's workspace (docs/getsales-api.md#authentication). Routes get the
 * workspace and the user of the key.
 */
export function requireKey(
  state: AccessState,
  workspaceOf: (name: WorkspaceName) => Workspace,
): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const holder = holderIn(state.keys, c.req.header('authorization'));
    if (holder === null || state.revoked.has(holder.name)) {
      throw new Problem(401, 'auth_exception', 'Token is not valid.', 'Unauthorized');
    }
    const team = c.req.header('team-id');
    if (team !== undefined && !/^\d+$/.test(team)) throw badRequest('The Team-ID header must be a number.');
    if (team !== undefined && team !== String(holder.team.id)) {
      throw new Problem(403, 'access_denied', 'No access to this team.', 'Forbidden');
    }
    c.set('keyName', holder.name);
    c.set('user', holder.user);
    c.set('workspace', workspaceOf(holder.team.workspace));
    await next();
  };
}

/** 429 over the limit, without a `Retry-After` (docs/getsales-api.md#rate-limit). Refused requests do not count. */
export function limitRate(state: AccessState, now: () => number): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const at = now();
    const key = c.get('keyName');
    const served = (state.served.get(key) ?? []).filter((time) => time > at - WINDOW_MS && time <= at);
    if (state.perMinute !== null && served.length >= state.perMinute) {
      throw new Problem(429, 'too_many_requests', 'Too Many Attempts.', 'Too Many Attempts.');
    }
    state.served.set(key, [...served, at]);
    await next();
  };
}
