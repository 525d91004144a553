import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { TEAM_ID, USER_EMAIL, USER_ID } from './state/workspace';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * An API key that looks like GetSales' own: an HS256 JWT with the claims that clients read (getsales-api.md 2.1). It opens
 * nothing but a sandbox.
 */
export function makeKey(overrides: Readonly<Record<string, unknown>> = {}): string {
  const header = part({ typ: 'JWT', alg: 'HS256' });
  const claims = part({
    iss: 'https://amazing.getsales.io',
    sub: String(USER_ID),
    jti: 'local-sandbox-key',
    iat: Date.UTC(2026, 4, 3) / 1000,
    nbf: Date.UTC(2026, 4, 3) / 1000,
    exp: Date.UTC(2029, 4, 3) / 1000,
    specific_team_id: TEAM_ID,
    user_teams: { [TEAM_ID]: 1 },
    usr: { id: USER_ID, email: USER_EMAIL },
    ...overrides,
  });
  const signature = createHmac('sha256', 'only a local sandbox believes this')
    .update(`${header}.${claims}`)
    .digest('base64url');
  return `${header}.${claims}.${signature}`;
}
