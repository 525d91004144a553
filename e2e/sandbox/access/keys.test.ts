import { describe, expect, test } from 'vitest';
import { jonas, mira } from '../../support/cast';
import { KEY_NAMES, type KeyName } from './keys';
import { leadUuid, LISTS, MESSAGES, rowsOf } from '../testing/seeded';
import { NOON, sandboxClient } from '../testing/sandbox-client';

const ME = '/id/api/users/current';
const TEAMS = '/id/api/teams';

const claimsOf = (key: string): unknown => JSON.parse(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString());

describe('each key', () => {
  test.each<[KeyName, number, string, readonly number[]]>([
    ['main', 812, 'mara@acme.test', [812, 977]],
    ['mainRenewed', 812, 'mara@acme.test', [812, 977]],
    ['mainWithoutTeamClaim', 812, 'mara@acme.test', [812, 977]],
    ['mainOpaque', 812, 'mara@acme.test', [812, 977]],
    ['otherUserSameTeam', 812, 'tom@acme.test', [812]],
    ['sameUserOtherTeam', 977, 'mara@acme.test', [812, 977]],
    ['sameUserOtherTeamWithoutTeamClaim', 977, 'mara@acme.test', [812, 977]],
    ['other', 977, 'noor@acme-labs.test', [977]],
    ['otherWithoutTeamClaim', 977, 'noor@acme-labs.test', [977]],
    ['otherOpaque', 977, 'noor@acme-labs.test', [977]],
  ])('%s serves team %i to %s, who sees the teams %j', async (key, team, email, teams) => {
    const { ask, sandbox } = sandboxClient();
    expect((await ask('GET', ME, { key })).body).toMatchObject({ email });
    expect((await ask('GET', TEAMS, { key })).body).toMatchObject({ data: teams.map((id) => ({ id })) });
    const lists = rowsOf((await ask('GET', LISTS, { key })).body);
    expect(new Set(lists.map((row) => row['team_id']))).toEqual(new Set([team]));
    for (const known of [812, 977]) {
      const one = await ask('GET', `${TEAMS}/${known}`, { key });
      expect(one.status).toBe(teams.includes(known) ? 200 : 404);
      const named = await ask('GET', LISTS, { key, headers: { 'team-id': String(known) } });
      expect(named.status).toBe(known === team ? 200 : 403);
    }
    expect(sandbox.control.violations()).toEqual([]);
  });

  test('is unique and the same in every sandbox; `key` is `main`', () => {
    const { sandbox } = sandboxClient();
    expect(new Set(Object.values(sandbox.keys)).size).toBe(KEY_NAMES.length);
    expect(new Set(Object.values(sandbox.keys).map((key) => key.slice(-4))).size).toBe(KEY_NAMES.length);
    expect(sandboxClient().sandbox.keys).toEqual(sandbox.keys);
    expect(sandbox.key).toBe(sandbox.keys.main);
  });

  test('has its team in its claims, unless its name says otherwise', () => {
    const { keys } = sandboxClient().sandbox;
    expect(claimsOf(keys.other)).toMatchObject({ specific_team_id: 977, user_teams: { '977': 1 }, sub: '6033' });
    expect(claimsOf(keys.sameUserOtherTeam)).toMatchObject({ specific_team_id: 977, sub: '5021' });
    for (const name of [
      'mainWithoutTeamClaim',
      'sameUserOtherTeamWithoutTeamClaim',
      'otherWithoutTeamClaim',
    ] as const) {
      expect(claimsOf(keys[name])).not.toHaveProperty('specific_team_id');
      expect(claimsOf(keys[name])).not.toHaveProperty('user_teams');
      expect(claimsOf(keys[name])).toHaveProperty('usr.email');
    }
    expect(keys.mainOpaque).toMatch(/^[\w-]+$/u);
    expect(keys.otherOpaque).toMatch(/^[\w-]+$/u);
  });

  test('of one user without a team claim gets the same user and teams in both workspaces', async () => {
    let now = NOON;
    const { ask } = sandboxClient({ now: () => (now += 7) });
    for (const path of [ME, TEAMS]) {
      const first = await ask('GET', path, { key: 'mainWithoutTeamClaim' });
      expect((await ask('GET', path, { key: 'sameUserOtherTeamWithoutTeamClaim' })).text).toBe(first.text);
    }
  });

  test('is revoked and restored separately, and a reset restores all', async () => {
    const { ask, sandbox } = sandboxClient();
    const statuses = () =>
      Promise.all(
        (['main', 'mainRenewed', 'other'] as const).map(async (key) => (await ask('GET', ME, { key })).status),
      );
    sandbox.control.revokeKey('mainRenewed');
    expect(await statuses()).toEqual([200, 401, 200]);
    sandbox.control.revokeKey();
    sandbox.control.revokeKey('other');
    expect(await statuses()).toEqual([401, 401, 401]);
    sandbox.control.restoreKey('other');
    expect(await statuses()).toEqual([401, 401, 200]);
    sandbox.control.reset();
    expect(await statuses()).toEqual([200, 200, 200]);
  });

  test('has its own rate limit', async () => {
    const { ask, sandbox } = sandboxClient();
    sandbox.control.setRateLimit(1);
    const status = async (key: KeyName) => (await ask('GET', ME, { key })).status;
    expect([await status('main'), await status('main')]).toEqual([200, 429]);
    expect([await status('mainRenewed'), await status('other'), await status('other')]).toEqual([200, 200, 429]);
  });

  test('writes with the id of its user', async () => {
    const { ask, sandbox } = sandboxClient();
    const list = sandbox.control.lists()[0]?.uuid;
    const sender = sandbox.control.senders()[0]?.uuid;
    const lead = leadUuid({ sandbox }, jonas.slug);
    const bodies: readonly (readonly [string, object])[] = [
      [LISTS, { name: 'Made by Tom' }],
      ['/leads/api/leads/upsert', { lead: { linkedin_id: mira.slug }, list_uuid: list }],
      [MESSAGES, { sender_profile_uuid: sender, lead_uuid: lead, text: 'Thursday then.' }],
      ['/leads/api/notes', { object: 'lead', object_uuid: lead, note: 'Called.' }],
    ];
    for (const [path, json] of bodies) {
      const made = await ask('POST', path, { key: 'otherUserSameTeam', json });
      expect(made.body).toMatchObject({ user_id: 5022, team_id: 812 });
    }
    expect(sandbox.control.violations()).toEqual([]);
  });
});
