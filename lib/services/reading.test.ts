import { jonas, mira } from '@/e2e/support/cast';
import { connectedWorld, type Worker, type World } from '@/e2e/support/worker';
import { addOf, contactIdOf, identityOf, listNamed, LOOKUP, MESSAGES, seen } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { knownLists, knownWorkspace, revision } from '@/lib/settings/items';
import { CATALOG_TTL_MS, MISSING_LIST_TTL_MS } from './catalog';
import { CONVERSATION_TTL_MS } from './conversation';
import { STANDING_TTL_MS } from './standing';

/** After several failures GetSales is left alone for this long. */
const BREAKER_PAUSE_MS = 30_000;
const LISTS = '/leads/api/lists';
const STAGES = '/leads/api/pipeline-stages';
const ENROLMENTS = '/flows/api/flows-leads';

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

describe('where a person stands', () => {
  const standing = (fresh = false, person = jonas) =>
    world.worker.ask('contact.standing', { identity: identityOf(person), fresh });

  test('is told with list, stage, automations and the last reply', async () => {
    expect(await standing()).toMatchObject(
      ok({
        kind: 'present',
        listName: 'EU founders',
        stageName: 'Engaging',
        automations: expect.arrayContaining([expect.objectContaining({ name: 'Q4 outreach', status: 'in_progress' })]),
        lastReplyAt: '2026-11-21T12:00:00.000Z',
        extras: 'complete',
      }),
    );
  });

  test('is absent only when GetSales said so', async () => {
    expect(await standing(false, mira)).toEqual(ok({ kind: 'absent', asOf: '2026-11-23T12:00:00.000Z' }));
    world.sandbox.control.fault({ path: LOOKUP, effect: { status: 500 } });
    expect(await standing(true, mira)).toEqual(err({ code: 'server-trouble', status: 500 }));
  });

  test('is believed for a minute', async () => {
    await standing();
    world.pass(STANDING_TTL_MS - 1);
    await standing();
    expect(asked(LOOKUP, 'POST')).toBe(1);
    world.pass(1);
    await standing();
    expect(asked(LOOKUP, 'POST')).toBe(2);
  });

  test.each([
    ['automations', ENROLMENTS, { automations: [], listName: 'EU founders', stageName: 'Engaging' }],
    ['stages', STAGES, { stageName: null, listName: 'EU founders' }],
    ['lists', LISTS, { listName: null, stageName: 'Engaging' }],
  ])('is told in part when the %s cannot be asked, and asked in full the next time', async (_name, path, told) => {
    const fault = world.sandbox.control.fault({ path, effect: { status: 500 } });
    expect(await standing()).toMatchObject(ok({ kind: 'present', extras: 'partial', ...told }));
    fault.remove();
    world.pass(BREAKER_PAUSE_MS);
    expect(await standing()).toMatchObject(ok({ extras: 'complete' }));
  });

  test('that was asked before an add and answered after it is not believed', async () => {
    const procurement = await listNamed(world.worker, 'Nordic procurement');
    let answer = (): void => undefined;
    const slow = world.startWorker({
      fetch: async (input, init) => {
        const response = await world.sandbox.fetch(input, init);
        const isFirstLook = input instanceof URL && input.pathname === LOOKUP && asked(LOOKUP, 'POST') === 1;
        await (isFirstLook ? new Promise<void>((resolve) => (answer = resolve)) : null);
        return response;
      },
    });
    const early = slow.ask('contact.standing', { identity: identityOf(mira), fresh: false });
    await vi.waitFor(() => {
      expect(asked(LOOKUP, 'POST')).toBe(1);
    });
    await slow.ask('contact.add', addOf(procurement));
    answer();
    expect(await early).toMatchObject(ok({ kind: 'absent' }));
    expect(await slow.ask('contact.standing', { identity: identityOf(mira), fresh: false })).toMatchObject(
      ok({ kind: 'present' }),
    );
  });

  test('does not ask for all lists again and again because of one that is not among them', async () => {
    world.sandbox.control.fault({ path: LISTS, effect: { body: { kind: 'json', value: { data: [], total: 0 } } } });
    for (let times = 0; times < 3; times += 1) await standing(true);
    expect(asked(LISTS)).toBe(1);
    world.pass(MISSING_LIST_TTL_MS);
    await standing(true);
    expect(asked(LISTS)).toBe(2);
  });
});

describe('the newest page of a conversation', () => {
  test('is believed for a quarter of a minute; older ones are always asked for', async () => {
    const contactId = await contactIdOf(world.worker, jonas);
    const page = { contactId, senderId: null, offset: 0, fresh: false };
    expect(await world.worker.ask('conversation.page', page)).toMatchObject(ok({ messages: { length: 5 } }));
    world.pass(CONVERSATION_TTL_MS - 1);
    await world.worker.ask('conversation.page', page);
    expect(asked(MESSAGES)).toBe(1);
    world.pass(1);
    await world.worker.ask('conversation.page', page);
    await world.worker.ask('conversation.page', { ...page, fresh: true });
    await world.worker.ask('conversation.page', { ...page, offset: 1 });
    await world.worker.ask('conversation.page', { ...page, offset: 1 });
    expect(asked(MESSAGES)).toBe(5);
  });
});

test('open pages are told to ask again after every act', async () => {
  const procurement = await listNamed(world.worker, 'Nordic procurement');
  const heard: number[] = [];
  const stop = revision.watch((value) => heard.push(value));
  const add = addOf(procurement);
  await world.worker.ask('contact.add', add);
  await world.worker.ask('contact.undo', { intentId: add.intentId });
  await world.worker.ask('lists.create', { name: 'Hiring 2027' });
  await world.worker.ask('session.signOut', {});
  stop();
  expect(heard).toHaveLength(4);
});
