import { describe, expect, test } from 'vitest';
import type { KeyName } from '../access/keys';
import { LISTS } from '../testing/seeded';
import { serveSandbox } from '../testing/served-sandbox';
import { request } from '../testing/sandbox-client';

const { running, bearer, createList, readLists, once } = serveSandbox({ ledger: null });

describe('which requests a rule is for', () => {
  test('method, path pattern, how many pass first and how often', async () => {
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

  test('a workspace, or one key', async () => {
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

  test('one star stays within a segment, two do not', async () => {
    running().control.fault({ path: '/leads/*', effect: { status: 503 } });
    expect((await readLists()).status).toBe(200);
    running().control.fault({ path: '/leads/**', effect: { status: 503 } });
    expect((await readLists()).status).toBe(503);
    running().control.clearFaults();
    expect((await readLists()).status).toBe(200);
  });

  test('a fault is nobody’s breach of contract, but an unknown property in the request still is', async () => {
    once({ status: 500, body: { kind: 'json', value: { surprise: true } } });
    await createList('Trade fair');
    expect(running().control.violations()).toEqual([]);
    once({ status: 500 });
    await request(fetch, `${running().url}${LISTS}`, 'POST', { json: { name: 'x', colour: 'red' }, headers: bearer() });
    expect(running().control.violations()).toEqual([expect.stringContaining('"colour"')]);
  });
});
