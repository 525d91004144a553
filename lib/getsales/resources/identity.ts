import type { Account } from '@/lib/domain/account';
import { err, ok, type Result } from '@/lib/domain/result';
import { inspectKey } from '../inspect-key';
import { readAll } from '../paging';
import { unreadable, type Request } from '../pipeline/call';
import { routes } from '../routes';
import { readTeam, readUser } from '../wire/rows';

export interface IdentityDeps {
  readonly request: Request;
  readonly key: () => Promise<string | null>;
  readonly now: () => number;
}

/** Whose key this is: claims first, then GetSales' word; a workspace that it does not name stays null (3.1). */
export async function whoAmI({ request, key, now }: IdentityDeps, signal?: AbortSignal): Promise<Result<Account>> {
  const given = await key();
  if (given === null) return err({ code: 'not-connected' });
  const claims = inspectKey(given, now());
  if (!claims.ok) return claims;
  const answer = await request({ method: 'GET', path: routes.currentUser, mode: 'read', signal });
  if (!answer.ok) return err(answer.error.error);
  const user = readUser(answer.value.json);
  if (user === null) return err(unreadable(answer.value.status).error);
  const { teamId, tail, expiresAt } = claims.value;
  return ok({
    userName: user.name === '' ? user.email : user.name,
    email: user.email,
    workspace: teamId === null ? null : await workspaceName(request, teamId, signal),
    teamId,
    keyTail: tail,
    keyExpiresAt: expiresAt,
  });
}

/** Only a name to show: when it cannot be asked, the key is good all the same. */
async function workspaceName(request: Request, teamId: number, signal?: AbortSignal): Promise<string | null> {
  const teams = await readAll(request, { path: routes.teams, read: readTeam, id: (team) => String(team.id), signal });
  return teams.ok ? (teams.value.find((team) => team.id === teamId)?.name ?? null) : null;
}
