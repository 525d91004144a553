import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { ACME, LABS, MARA, NOOR, TOM, type SandboxTeam, type SandboxUser } from '../state/team';

/** The user and workspace of a key. */
export interface KeyHolder {
  readonly name: KeyName;
  readonly team: SandboxTeam;
  readonly user: SandboxUser;
}

interface KeyKind {
  readonly team: SandboxTeam;
  readonly user: SandboxUser;
  /** Default: a JWT that names its team. */
  readonly form?: 'no-team-claim' | 'opaque';
}

const KINDS = {
  main: { team: ACME, user: MARA },
  /** A second valid key of the same user and workspace. */
  mainRenewed: { team: ACME, user: MARA },
  mainWithoutTeamClaim: { team: ACME, user: MARA, form: 'no-team-claim' },
  /** Not a JWT. */
  mainOpaque: { team: ACME, user: MARA, form: 'opaque' },
  otherUserSameTeam: { team: ACME, user: TOM },
  sameUserOtherTeam: { team: LABS, user: MARA },
  /** Gets the same `/id/api` answers as `mainWithoutTeamClaim`; only its rows belong to another workspace. */
  sameUserOtherTeamWithoutTeamClaim: { team: LABS, user: MARA, form: 'no-team-claim' },
  other: { team: LABS, user: NOOR },
  otherWithoutTeamClaim: { team: LABS, user: NOOR, form: 'no-team-claim' },
  otherOpaque: { team: LABS, user: NOOR, form: 'opaque' },
} as const satisfies Readonly<Record<string, KeyKind>>;

export type KeyName = keyof typeof KINDS;
export const KEY_NAMES = Object.keys(KINDS).filter((name): name is KeyName => name in KINDS);

export type Keys = Readonly<Record<KeyName, string>>;

/** The keys of a sandbox by name, the same for every sandbox. */
export function makeKeys(): Keys {
  return {
    main: makeKeyOf('main'),
    mainRenewed: makeKeyOf('mainRenewed'),
    mainWithoutTeamClaim: makeKeyOf('mainWithoutTeamClaim'),
    mainOpaque: makeKeyOf('mainOpaque'),
    otherUserSameTeam: makeKeyOf('otherUserSameTeam'),
    sameUserOtherTeam: makeKeyOf('sameUserOtherTeam'),
    sameUserOtherTeamWithoutTeamClaim: makeKeyOf('sameUserOtherTeamWithoutTeamClaim'),
    other: makeKeyOf('other'),
    otherWithoutTeamClaim: makeKeyOf('otherWithoutTeamClaim'),
    otherOpaque: makeKeyOf('otherOpaque'),
  };
}

/** The holder of the key with this name. */
export function holderOf(name: KeyName): KeyHolder {
  const { team, user } = KINDS[name];
  return { name, team, user };
}

function makeKeyOf(name: KeyName): string {
  const { team, user, form }: KeyKind = KINDS[name];
  if (form === 'opaque') return `local_sandbox_${sign(name)}`;
  const jti = name === 'main' ? {} : { jti: `local-sandbox-key-${name}` };
  const claims = form === 'no-team-claim' ? { specific_team_id: undefined, user_teams: undefined } : teamClaims(team);
  return makeKey({ ...userClaims(user), ...claims, ...jti });
}

/**
 * An API key in GetSales' form: an HS256 JWT with the claims that clients read (docs/getsales-api.md#authentication). The claims
 * are those of the key `main` plus `overrides`; undefined leaves a claim out. Only a sandbox accepts it.
 */
export function makeKey(overrides: Readonly<Record<string, unknown>> = {}): string {
  const header = part({ typ: 'JWT', alg: 'HS256' });
  const claims = part({
    iss: 'https://amazing.getsales.io',
    sub: String(MARA.id),
    jti: 'local-sandbox-key',
    iat: Date.UTC(2026, 4, 3) / 1000,
    nbf: Date.UTC(2026, 4, 3) / 1000,
    exp: Date.UTC(2029, 4, 3) / 1000,
    ...teamClaims(ACME),
    ...userClaims(MARA),
    ...overrides,
  });
  return `${header}.${claims}.${sign(`${header}.${claims}`)}`;
}

function teamClaims(team: SandboxTeam): object {
  return { specific_team_id: team.id, user_teams: { [team.id]: 1 } };
}

function userClaims(user: SandboxUser): object {
  return { sub: String(user.id), usr: { id: user.id, email: user.email } };
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function sign(text: string): string {
  return createHmac('sha256', 'only a local sandbox believes this').update(text).digest('base64url');
}
