import { describe, expect, test } from 'vitest';
import { makeKey } from '@/e2e/sandbox/access/keys';
import { answering, type Reply } from '../testing/answering';

const USER = '9d1e4c70-3333-4333-8333-000000000001';
const user = { uuid: USER, first_name: 'Mara', last_name: 'Lind', email: 'mara@acme.test' };
const acme = { id: 812, name: 'Acme' };
const labs = { id: 813, name: 'Labs' };
const teams = (...data: readonly object[]): Reply => ({ json: { data, total: data.length } });

const withClaim = makeKey({ exp: undefined });
const withoutClaim = makeKey({ specific_team_id: undefined });

test.each<[string, string, Reply, object]>([
  ['the claimed one', withClaim, teams(labs, acme), { id: `team 812, user ${USER}`, workspace: 'Acme', teamId: 812 }],
  ['the claimed one without a name', withClaim, teams(labs), { workspace: null, teamId: 812 }],
  ['the only one', withoutClaim, teams(labs), { id: `team 813, user ${USER}`, workspace: 'Labs', teamId: 813 }],
  ['unknown among several', withoutClaim, teams(acme, labs), { id: null, workspace: null, teamId: null }],
  ['unknown without any', withoutClaim, teams(), { id: null, workspace: null, teamId: null }],
  ['unknown after a refusal', withoutClaim, { status: 403, json: {} }, { id: null, workspace: null, teamId: null }],
])('the workspace of a key is %s', async (_which, key, reply, account) => {
  const { client } = answering([{ json: user }, reply], { key: () => Promise.resolve(key) });
  expect(await client.whoAmI()).toMatchObject({ ok: true, value: account });
});

test.each<[string, object, object]>([
  ['its name', user, { userName: 'Mara Lind', email: 'mara@acme.test' }],
  ['its address without a name', { uuid: USER, email: user.email }, { userName: user.email, email: user.email }],
  ['no id without one', { email: user.email }, { id: null, teamId: 812, workspace: 'Acme' }],
])('the user of a key has %s', async (_what, json, account) => {
  const { client } = answering([{ json }, teams(acme)], { key: () => Promise.resolve(withClaim) });
  expect(await client.whoAmI()).toMatchObject({ ok: true, value: { keyExpiresAt: null, ...account } });
});

test('an account is not requested without a key or with one that is none', async () => {
  for (const [key, code] of [
    [null, 'not-connected'],
    ['hunter2', 'key-malformed'],
  ] as const) {
    const { client, asked } = answering([{ json: user }], { key: () => Promise.resolve(key) });
    expect(await client.whoAmI()).toEqual({ ok: false, error: { code } });
    expect(asked).toEqual([]);
  }
});

test('whether a key has expired is for the server to say', async () => {
  const expired = makeKey({ exp: 1 });
  const whoAmI = (key: string, reply: Reply) =>
    answering([reply, teams(acme)], { key: () => Promise.resolve(key) }).client.whoAmI();
  const rejection: Reply = { status: 401, json: { error: { message: 'Unauthenticated.' } } };
  expect(await whoAmI(expired, { json: user })).toMatchObject({ ok: true, value: { userName: 'Mara Lind' } });
  expect(await whoAmI(expired, rejection)).toEqual({ ok: false, error: { code: 'key-expired' } });
  expect(await whoAmI(withClaim, rejection)).toEqual({ ok: false, error: { code: 'key-rejected' } });
});

test('a key that is no JWT is tried', async () => {
  const { client } = answering([{ json: user }, teams(labs)], {
    key: () => Promise.resolve('gs_live_0123456789abcdef'),
  });
  expect(await client.whoAmI()).toMatchObject({ ok: true, value: { workspace: 'Labs', teamId: 813, keyTail: 'cdef' } });
});

describe('a key that may not read its user', () => {
  const forbidden: Reply = { status: 403, json: { error: { message: 'No.' } } };

  test.each([
    ['its address', withClaim, { userName: 'mara@acme.test', email: 'mara@acme.test' }],
    ['its end', 'gs_live_0123456789abcdef', { userName: '…cdef', email: '' }],
  ])('is named by %s if it may read lists', async (_what, key, account) => {
    const { client } = answering([forbidden, { json: { data: [], total: 0 } }, teams(acme)], {
      key: () => Promise.resolve(key),
    });
    expect(await client.whoAmI()).toMatchObject({ ok: true, value: { id: null, workspace: 'Acme', ...account } });
  });

  test('is refused if it may not read lists either', async () => {
    const { client } = answering([forbidden, forbidden], { key: () => Promise.resolve(withClaim) });
    expect(await client.whoAmI()).toEqual({ ok: false, error: { code: 'forbidden', by: 'api' } });
  });
});
