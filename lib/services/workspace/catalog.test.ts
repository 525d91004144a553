import { connectedWorld, type Worker, type World } from '@/e2e/support/worker';
import { seen } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { knownLists } from '@/lib/settings/items';
import { knownWorkspace } from '@/lib/settings/first-paint';

const LISTS = '/leads/api/lists';

let world: World & { readonly worker: Worker };

beforeEach(async () => {
  world = await connectedWorld();
});

const requests = (path: string, method = 'GET') => seen(world.sandbox, method, path).length;
const lists = (fresh: boolean, worker = world.worker) => worker.ask('lists.get', { fresh });

describe('lists', () => {
  test('are cached for ten minutes, also for the next worker, with their age', async () => {
    const first = await lists(false);
    expect(first).toMatchObject(
      ok({ asOf: '2026-11-23T12:00:00.000Z', value: { lists: { length: 12 }, more: false } }),
    );
    world.pass(599_999);
    expect(await lists(false, world.startWorker())).toEqual(first);
    expect(requests(LISTS)).toBe(1);
    world.pass(1);
    expect(await lists(false)).toMatchObject(ok({ asOf: '2026-11-23T12:10:00.000Z' }));
    expect(requests(LISTS)).toBe(2);
  });

  test('are requested again when the user reloads them, or the clock was set back', async () => {
    await lists(false);
    await lists(true);
    world.pass(-86_400_000);
    await lists(false);
    expect(requests(LISTS)).toBe(3);
  });

  test('are requested once when two pages need them at the same moment', async () => {
    const [one, two] = await Promise.all([lists(false), lists(false)]);
    expect(two).toEqual(one);
    expect(requests(LISTS)).toBe(1);
  });

  test('are stored for the next first paint, with the workspace’s name', async () => {
    await lists(false);
    expect(await knownLists.getValue()).toHaveLength(12);
    expect(await knownWorkspace.getValue()).toBe('Acme');
  });

  test('are an error when the request fails; cached ones stay', async () => {
    await lists(false);
    world.sandbox.control.fault({ path: LISTS, effect: { status: 500 } });
    expect(await lists(true)).toEqual(err({ code: 'server-trouble', status: 500 }));
    expect(await lists(false)).toMatchObject({ ok: true });
    expect(await knownLists.getValue()).toHaveLength(12);
  });

  test('are answered even when they cannot be cached', async () => {
    world.storage.failWrites('session', new Error('Session storage quota bytes exceeded.'));
    expect(await lists(false)).toMatchObject(ok({ value: { lists: { length: 12 }, more: false } }));
    expect(world.reports).toContain('settings-unwritten');
  });

  test('include a new one at once, without being requested again', async () => {
    await lists(false);
    expect(await world.worker.ask('lists.create', { name: 'Hiring 2027' })).toMatchObject(ok({ name: 'Hiring 2027' }));
    expect(await lists(false)).toMatchObject(ok({ value: { lists: { length: 13 } } }));
    expect(await knownLists.getValue()).toContainEqual(expect.objectContaining({ name: 'Hiring 2027' }));
    expect(requests(LISTS)).toBe(2);
  });

  test('include no second one with the name of another, in any case', async () => {
    await lists(false);
    const created = await world.worker.ask('lists.create', { name: 'NORDIC procurement' });
    expect(created).toMatchObject(ok({ name: 'Nordic procurement' }));
    expect(await lists(false)).toMatchObject(ok({ value: { lists: { length: 12 } } }));
    expect(requests(LISTS, 'POST')).toBe(0);
  });

  test('include a new one whose answer was lost, created once', async () => {
    await lists(false);
    world.sandbox.control.fault({ method: 'POST', path: LISTS, effect: { connection: 'reset-after' } });
    expect(await world.worker.ask('lists.create', { name: 'Hiring 2027' })).toMatchObject(ok({ name: 'Hiring 2027' }));
    expect(requests(LISTS, 'POST')).toBe(1);
  });

  test('do not include one whose creation did not arrive', async () => {
    world.sandbox.control.fault({ method: 'POST', path: LISTS, effect: { connection: 'reset-before' } });
    expect(await world.worker.ask('lists.create', { name: 'Hiring 2027' })).toMatchObject(err({ code: 'unreachable' }));
  });
});

describe('custom fields', () => {
  const CUSTOM_FIELDS = '/leads/api/custom-fields';
  const customFields = (fresh: boolean, worker = world.worker) => worker.ask('customFields.get', { fresh });

  test('are cached for ten minutes, also for the next worker', async () => {
    const first = await customFields(false);
    expect(first).toMatchObject(ok({ value: expect.arrayContaining([expect.objectContaining({ name: 'Gender' })]) }));
    world.pass(599_999);
    expect(await customFields(false, world.startWorker())).toEqual(first);
    expect(requests(CUSTOM_FIELDS)).toBe(1);
    world.pass(1);
    await customFields(false);
    expect(requests(CUSTOM_FIELDS)).toBe(2);
  });

  test('are an error when the request fails, and are requested again the next time', async () => {
    const fault = world.sandbox.control.fault({ path: CUSTOM_FIELDS, effect: { status: 500 } });
    expect(await customFields(false)).toEqual(err({ code: 'server-trouble', status: 500 }));
    fault.remove();
    expect(await customFields(false)).toMatchObject({ ok: true });
  });
});
