import { AccountId, type IdentifiedAccount } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { err, ok, type Result } from '@/lib/domain/result';
import { inspectKey } from '../inspect-key';
import { readAll } from './paging';
import { apiPath } from '../http/api-path';
import { unreadable, type Request } from '../http/call';
import { readTeam, readUser, type User } from '../wire/rows';

export interface IdentityDeps {
  readonly request: Request;
  readonly key: () => Promise<string | null>;
  readonly now: () => number;
}

interface Team {
  readonly id: number | null;
  readonly name: string;
}

/**
 * The user and workspace of the key (docs/getsales-api.md#identity). The workspace is the one in the key's claim, else the
 * user's only one; with several, or when the request fails, it is unknown.
 */
export async function whoAmI(
  { request, key, now }: IdentityDeps,
  signal?: AbortSignal,
): Promise<Result<IdentifiedAccount>> {
  const given = await key();
  if (given === null) return err({ code: 'not-connected' });
  const claims = inspectKey(given);
  if (!claims.ok) return claims;
  const { teamId: claimed, tail, expiresAt, email } = claims.value;
  const found = await userOf(request, { id: null, name: email === '' ? `…${tail}` : email, email }, signal);
  if (!found.ok) return isExpired(found.error, expiresAt, now()) ? err({ code: 'key-expired' }) : found;
  const user = found.value;
  const teams = await teamsOf(request, signal);
  const team = claimed === null ? onlyOne(teams) : (teams.find(({ id }) => id === claimed) ?? null);
  const teamId = claimed ?? team?.id ?? null;
  return ok({
    id: teamId === null || user.id === null ? null : AccountId.parse(`team ${String(teamId)}, user ${user.id}`),
    userName: user.name === '' ? user.email : user.name,
    email: user.email,
    workspace: team?.name ?? null,
    teamId,
    keyTail: tail,
    keyExpiresAt: expiresAt,
  });
}

/**
 * The user of the key. A key that may not read it, but the lists, is accepted as `unnamed`: it can do what this extension is for.
 */
async function userOf(request: Request, unnamed: User, signal?: AbortSignal): Promise<Result<User>> {
  const answer = await request({ method: 'GET', path: apiPath`/id/api/users/current`, mode: 'read', signal });
  if (answer.ok) {
    const user = readUser(answer.value.json);
    return user === null ? err(unreadable(answer.value.status).error) : ok(user);
  }
  const { error } = answer.error;
  if (error.code !== 'forbidden' || error.by !== 'api') return err(error);
  const query = { limit: '1', offset: '0' };
  const lists = await request({ method: 'GET', path: apiPath`/leads/api/lists`, query, mode: 'read', signal });
  return lists.ok ? ok(unnamed) : err(lists.error.error);
}

/** Why GetSales rejected a key, as far as the key says so. This computer's clock alone expires no key. */
function isExpired({ code }: AppError, expiresAt: string | null, nowMs: number): boolean {
  return code === 'key-rejected' && expiresAt !== null && Date.parse(expiresAt) <= nowMs;
}

/** The workspaces of the key's user. Empty when the request fails, because the key may be valid anyway. */
async function teamsOf(request: Request, signal?: AbortSignal): Promise<readonly Team[]> {
  const teams = await readAll(request, {
    path: apiPath`/id/api/teams`,
    read: readTeam,
    id: (team) => String(team.id),
    signal,
  });
  return teams.ok ? teams.value.rows : [];
}

function onlyOne(teams: readonly Team[]): Team | null {
  const [team, ...others] = teams;
  return team !== undefined && others.length === 0 ? team : null;
}
