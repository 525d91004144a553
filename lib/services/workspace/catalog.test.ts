import { connectedWorld, type Worker, type World } from '@/e2e/support/worker';
import { seen } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { knownLists } from '@/lib/settings/items';
import { knownWorkspace } from '@/lib/settings/first-paint';
import { CATALOG_TTL_MS } from './catalog';

const LISTS = '/leads/api/lists';

let world: World & { readonly worker: Worker };

beforeEach(async () => {
  world = await connectedWorld();
});

const asked = (path: string, method = 'GET') => seen(world.sandbox, method, path).length;
const lists = (fresh: boolean, worker = world.worker) => worker.ask('lists.get', { fresh });

describe('lists', () => {
  test('are asked for once in ten minutes, also by the next worker, and say how old they are', async () => {
    const first = await lists(false);
    expect(first).toMatchObject(ok({ asOf: '2026-11-23T12:00:00.000Z', value: { length: 12 } }));
    world.pass(CATALOG_TTL_MS - 1);
    expect(await lists(false, world.startWorker())).toEqual(first);
    expect(asked(LISTS)).toBe(1);
    world.pass(1);
    expect(await lists(false)).toMatchObject(ok({ asOf: '2026-11-23T12:10:00.000Z' }));
    expect(asked(LISTS)).toBe(2);
  });

  test('are asked for anew when the user wants them fresh, or the clock was set back', async () => {
    await lists(false);
    await lists(true);
    world.pass(-86_400_000);
    await lists(false);
    expect(asked(LISTS)).toBe(3);
  });

  test('are asked for once when two pages want them at the same moment', async () => {
    const [one, two] = await Promise.all([lists(false), lists(false)]);
    expect(two).toEqual(one);
    expect(asked(LISTS)).toBe(1);
  });

  test('are there for the next first paint, with the workspace’s name', async () => {
    await lists(false);
    expect(await knownLists.getValue()).toHaveLength(12);
    expect(await knownWorkspace.getValue()).toBe('Acme');
  });

  test('that cannot be asked for are an error, and those known stay known', async () => {
    await lists(false);
    world.sandbox.control.fault({ path: LISTS, effect: { status: 500 } });
    expect(await lists(true)).toEqual(err({ code: 'server-trouble', status: 500 }));
    expect(await lists(false)).toMatchObject({ ok: true });
    expect(await knownLists.getValue()).toHaveLength(12);
  });

  test('are told even when they cannot be remembered', async () => {
    world.storage.failWrites('session', new Error('Session storage quota bytes exceeded.'));
    expect(await lists(false)).toMatchObject(ok({ value: { length: 12 } }));
    expect(world.reports).toContain('settings-unwritten');
  });

  test('have a new one as soon as it is made, without asking again', async () => {
    await lists(false);
    expect(await world.worker.ask('lists.create', { name: 'Hiring 2027' })).toMatchObject(ok({ name: 'Hiring 2027' }));
    expect(await lists(false)).toMatchObject(ok({ value: { length: 13 } }));
    expect(await knownLists.getValue()).toContainEqual(expect.objectContaining({ name: 'Hiring 2027' }));
    expect(asked(LISTS)).toBe(1);
  });

  test('have a new one whose answer was lost, and it is made once', async () => {
    await lists(false);
    world.sandbox.control.fault({ method: 'POST', path: LISTS, effect: { connection: 'reset-after' } });
    expect(await world.worker.ask('lists.create', { name: 'Hiring 2027' })).toMatchObject(ok({ name: 'Hiring 2027' }));
    expect(asked(LISTS, 'POST')).toBe(1);
  });

  test('do not have one that nobody knows of', async () => {
    world.sandbox.control.fault({ method: 'POST', path: LISTS, effect: { connection: 'reset-before' } });
    expect(await world.worker.ask('lists.create', { name: 'Hiring 2027' })).toMatchObject(err({ code: 'unreachable' }));
  });
});

describe('custom fields', () => {
  const CUSTOM_FIELDS = '/leads/api/custom-fields';
  const customFields = (fresh: boolean, worker = world.worker) => worker.ask('customFields.get', { fresh });

  test('are asked for once in ten minutes, also by the next worker', async () => {
    const first = await customFields(false);
    expect(first).toMatchObject(ok({ value: expect.arrayContaining([expect.objectContaining({ name: 'Gender' })]) }));
    world.pass(CATALOG_TTL_MS - 1);
    expect(await customFields(false, world.startWorker())).toEqual(first);
    expect(asked(CUSTOM_FIELDS)).toBe(1);
    world.pass(1);
    await customFields(false);
    expect(asked(CUSTOM_FIELDS)).toBe(2);
  });

  test('that cannot be asked for are an error, and asked for again the next time', async () => {
    const fault = world.sandbox.control.fault({ path: CUSTOM_FIELDS, effect: { status: 500 } });
    expect(await customFields(false)).toEqual(err({ code: 'server-trouble', status: 500 }));
    fault.remove();
    expect(await customFields(false)).toMatchObject({ ok: true });
  });
});
