import { describe, expect, test } from 'vitest';
import type { KeyName } from '../access/keys';
import { LISTS } from '../testing/seeded';
import { serveSandbox } from '../testing/served-sandbox';
import { request } from '../testing/sandbox-client';

const { running, bearer, createList, readLists, once } = serveSandbox({ ledger: null });

describe('a fault rule', () => {
  test('matches method and path, skips requests, and applies a number of times', async () => {
    const handle = running().control.fault({
      method: 'get',
      path: '/leads/api/*',
      skip: 1,
      times: 2,
      effect: { status: 503, body: { kind: 'empty' } },
    });
    expect((await createList('Trade fair')).status).toBe(201);
    const statuses = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await readLists()).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(handle.hits()).toBe(2);
  });

  test('can be limited to a workspace or a key', async () => {
    const { control, url, keys } = running();
    const statusWith = async (name: KeyName) =>
      (await request(fetch, `${url}${LISTS}`, 'GET', { headers: { authorization: `Bearer ${keys[name]}` } })).status;
    control.fault({ path: LISTS, where: { workspace: 'labs' }, effect: { status: 503 } });
    expect([await statusWith('main'), await statusWith('other'), await statusWith('sameUserOtherTeam')]).toEqual([
      200, 503, 503,
    ]);
    control.clearFaults();
    control.fault({ path: LISTS, where: { keyName: 'mainRenewed' }, effect: { status: 503 } });
    expect([await statusWith('main'), await statusWith('mainRenewed'), await statusWith('other')]).toEqual([
      200, 503, 200,
    ]);
  });

  test('matches within a segment with one star, across segments with two', async () => {
    running().control.fault({ path: '/leads/*', effect: { status: 503 } });
    expect((await readLists()).status).toBe(200);
    running().control.fault({ path: '/leads/**', effect: { status: 503 } });
    expect((await readLists()).status).toBe(503);
    running().control.clearFaults();
    expect((await readLists()).status).toBe(200);
  });

  test('causes no contract violation, but an unknown property in the request does', async () => {
    once({ status: 500, body: { kind: 'json', value: { surprise: true } } });
    await createList('Trade fair');
    expect(running().control.violations()).toEqual([]);
    once({ status: 500 });
    await request(fetch, `${running().url}${LISTS}`, 'POST', { json: { name: 'x', colour: 'red' }, headers: bearer() });
    expect(running().control.violations()).toEqual([expect.stringContaining('"colour"')]);
  });
});
