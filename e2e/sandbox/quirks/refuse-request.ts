import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../env';
import { badRequest, invalid, Missing, Problem } from '../wire/problem';
import type { Quirks } from './positions';

const TEAMS = '/id/api/teams';
const DEMAND = 'The Team-ID header is required.';
/** Routes of later revisions. */
const LATER = ['/leads/api/leads/lookup-one', '/leads/api/leads/upsert'];

/** Refuses what the switches say before any route sees it. */
export function refuseByQuirk(): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const quirks = c.get('quirks');
    const { path } = c.req;
    if (quirks.teamId !== 'optional' && path !== TEAMS && c.req.header('team-id') === undefined) {
      if (quirks.teamId.endsWith('wordless')) return c.body(null, statusOf(quirks.teamId));
      throw quirks.teamId === 'demanded-400' ? badRequest(DEMAND) : invalid({ 'team-id': [DEMAND] });
    }
    if (isUnknownRoute(path, quirks)) throw new Missing();
    if (quirks.identity === 'forbidden' && path === '/id/api/users/current') {
      throw new Problem(403, 'access_denied', 'No access to this user.', 'Forbidden');
    }
    await next();
    return undefined;
  };
}

function statusOf(teamId: Quirks['teamId']): 400 | 422 {
  return teamId.startsWith('demanded-400') ? 400 : 422;
}

function isUnknownRoute(path: string, quirks: Readonly<Quirks>): boolean {
  if (quirks.routes === 'former' && LATER.includes(path)) return true;
  return quirks.quickStart === 'ignored' && path === '/flows/api/messages';
}
