import { Hono } from 'hono';
import type { RouteDeps, SandboxEnv } from '../env';
import { TEAM_ID, USER_EMAIL, USER_ID } from '../state/workspace';
import { pageOf, pageQuery } from '../wire/page';
import { Missing } from '../wire/problem';
import { queryOf } from '../wire/query';
import { wireTime } from '../wire/time';

/** Who the key belongs to, and the workspaces (getsales-api.md 3.1). */
export function identityRoutes({ workspace }: RouteDeps): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const born = (): string => wireTime(workspace().seededAt - 300 * 86_400_000);

  const teams = () => [
    { ...team(), created_at: born(), updated_at: born() },
    { ...team(), id: 977, name: 'Acme Labs', color: '#27ae60', created_at: born(), updated_at: born() },
  ];

  app.get('/id/api/users/current', (c) =>
    c.json({
      uuid: '1c0f7a2e-9b0d-4a53-8f55-20f0a3f5d111',
      id: USER_ID,
      first_name: 'Mara',
      last_name: 'Lind',
      email: USER_EMAIL,
      email_status: 'ok',
      image_url: null,
      timezone: 'Europe/Berlin',
      config: [],
      created_at: born(),
      updated_at: born(),
    }),
  );
  app.get('/id/api/teams', (c) => c.json(pageOf(teams(), pageQuery(queryOf(c)), (row) => row)));
  app.get('/id/api/teams/:id', (c) => {
    const found = teams().find((row) => String(row.id) === c.req.param('id'));
    if (found === undefined) throw new Missing();
    return c.json(found);
  });
  return app;
}

function team() {
  return {
    id: TEAM_ID,
    cluster_id: 3,
    subscription_id: 4410,
    license_uuid: null,
    name: 'Acme',
    color: '#2f80ed',
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
    user_id: USER_ID,
  };
}
