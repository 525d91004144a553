/** The workspaces of a sandbox. */
export const WORKSPACE_NAMES = ['acme', 'labs'] as const;
export type WorkspaceName = (typeof WORKSPACE_NAMES)[number];

export interface SandboxUser {
  readonly id: number;
  readonly uuid: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The workspaces that `GET /id/api/teams` answers with, in its order. */
  readonly workspaces: readonly WorkspaceName[];
}

/** A workspace: its team, its owner, and where its ids start. No two workspaces share an id. */
export interface SandboxTeam {
  readonly workspace: WorkspaceName;
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly clusterId: number;
  readonly subscriptionId: number;
  readonly owner: SandboxUser;
  /** Seed of every uuid and every invented value of the workspace. */
  readonly randomSeed: number;
  readonly firstBrowserId: number;
  readonly firstThreadId: number;
}

/** In both workspaces. */
export const MARA: SandboxUser = {
  id: 5021,
  uuid: '1c0f7a2e-9b0d-4a53-8f55-20f0a3f5d111',
  firstName: 'Mara',
  lastName: 'Lind',
  email: 'mara@acme.test',
  workspaces: ['acme', 'labs'],
};

/** In the first workspace only. */
export const TOM: SandboxUser = {
  id: 5022,
  uuid: '5d7b9a40-6a0e-4c0b-9f57-3c1f1b0f6222',
  firstName: 'Tom',
  lastName: 'Aasen',
  email: 'tom@acme.test',
  workspaces: ['acme'],
};

/** In the second workspace only. */
export const NOOR: SandboxUser = {
  id: 6033,
  uuid: 'a84c6f13-2d51-4b7e-8e0a-94d27c5be333',
  firstName: 'Noor',
  lastName: 'Haddad',
  email: 'noor@acme-labs.test',
  workspaces: ['labs'],
};

export const ACME: SandboxTeam = {
  workspace: 'acme',
  id: 812,
  name: 'Acme',
  color: '#2f80ed',
  clusterId: 3,
  subscriptionId: 4410,
  owner: MARA,
  randomSeed: 812,
  firstBrowserId: 331,
  firstThreadId: 70_000,
};

export const LABS: SandboxTeam = {
  workspace: 'labs',
  id: 977,
  name: 'Acme Labs',
  color: '#27ae60',
  clusterId: 4,
  subscriptionId: 4567,
  owner: NOOR,
  randomSeed: 977,
  firstBrowserId: 8_331,
  firstThreadId: 90_000,
};

export const TEAMS: Readonly<Record<WorkspaceName, SandboxTeam>> = { acme: ACME, labs: LABS };
