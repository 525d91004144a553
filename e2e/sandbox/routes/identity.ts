import { Hono } from 'hono';
import type { SandboxEnv } from '../env';
import { TEAMS, type SandboxTeam, type SandboxUser } from '../state/team';
import type { Workspace } from '../state/workspace';
import { Missing } from '../wire/problem';
import { wireTime } from '../wire/values';
import { queriedPage } from './list-page';

/** The user of the key, and the workspaces of that user (docs/getsales-api.md#identity). */
export function identityRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.get('/id/api/users/current', (c) => {
    const user = c.get('user');
    return c.json({
      uuid: user.uuid,
      id: user.id,
      first_name: user.firstName,
      last_name: user.lastName,
      email: user.email,
      email_status: 'ok',
      image_url: null,
      timezone: 'Europe/Berlin',
      config: [],
      ...creationTimes(c.get('workspace')),
    });
  });
  app.get('/id/api/teams', (c) =>
    c.json(queriedPage(c, teamsOf(c.get('user'), c.get('workspace')), { isSorted: true })),
  );
  app.get('/id/api/teams/:id', (c) => {
    const rows = teamsOf(c.get('user'), c.get('workspace'));
    const found = rows.find((row) => String(row.id) === c.req.param('id'));
    if (found === undefined) throw new Missing();
    return c.json(found);
  });
  return app;
}

function creationTimes({ seededAt }: Workspace): { readonly created_at: string; readonly updated_at: string } {
  const time = wireTime(seededAt - 300 * 86_400_000);
  return { created_at: time, updated_at: time };
}

/** The same rows for every key of the user. */
function teamsOf(user: SandboxUser, workspace: Workspace) {
  return user.workspaces.map((name) => ({ ...teamRow(TEAMS[name]), ...creationTimes(workspace) }));
}

function teamRow(team: SandboxTeam) {
  return {
    id: team.id,
    cluster_id: team.clusterId,
    subscription_id: team.subscriptionId,
    license_uuid: null,
    name: team.name,
    color: team.color,
    status: 'active',
    features: {
      sender_profiles: 3,
      contacts: 25_000,
      users: 5,
      linkedin_accounts: 3,
      email_accounts: 1,
      cloud_browsers: 3,
    },
    credits: { activities: 1000, advanced_enrichment: 250, llm: 0 },
    config: [],
    user_id: team.owner.id,
  };
}
