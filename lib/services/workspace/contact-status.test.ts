import { jonas, mira } from '@/e2e/support/cast';
import { connectedWorld, type Worker, type World } from '@/e2e/support/worker';
import { addOf, identityOf, listNamed, LOOKUP, seen } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';

const LISTS = '/leads/api/lists';
const STAGES = '/leads/api/pipeline-stages';
const ENROLMENTS = '/flows/api/flows-leads';
/** How long requests stop after several failures. */
const BREAKER_PAUSE_MS = 30_000;

let world: World & { readonly worker: Worker };

beforeEach(async () => {
  world = await connectedWorld();
});

const requests = (path: string, method = 'GET') => seen(world.sandbox, method, path).length;

describe('the contact status', () => {
  const contactStatus = (fresh = false, person = jonas) =>
    world.worker.ask('contact.status', { identity: identityOf(person), fresh });

  test('includes list, stage, automations and the last reply', async () => {
    expect(await contactStatus()).toMatchObject(
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

  test('is absent only when GetSales answered so', async () => {
    expect(await contactStatus(false, mira)).toEqual(ok({ kind: 'absent', asOf: '2026-11-23T12:00:00.000Z' }));
    world.sandbox.control.fault({ path: LOOKUP, effect: { status: 500 } });
    expect(await contactStatus(true, mira)).toEqual(err({ code: 'server-trouble', status: 500 }));
  });

  test('is cached for a minute', async () => {
    await contactStatus();
    world.pass(59_999);
    await contactStatus();
    expect(requests(LOOKUP, 'POST')).toBe(1);
    world.pass(1);
    await contactStatus();
    expect(requests(LOOKUP, 'POST')).toBe(2);
  });

  test.each([
    ['automations', ENROLMENTS, { automations: [], listName: 'EU founders', stageName: 'Engaging' }],
    ['stages', STAGES, { stageName: null, listName: 'EU founders' }],
    ['lists', LISTS, { listName: null, stageName: 'Engaging' }],
  ])('is partial when the %s cannot be loaded, and complete the next time', async (_name, path, partial) => {
    const fault = world.sandbox.control.fault({ path, effect: { status: 500 } });
    expect(await contactStatus()).toMatchObject(ok({ kind: 'present', extras: 'partial', ...partial }));
    fault.remove();
    world.pass(BREAKER_PAUSE_MS);
    expect(await contactStatus()).toMatchObject(ok({ extras: 'complete' }));
  });

  test('is not cached when it was requested before an add and answered after it', async () => {
    const procurement = await listNamed(world.worker, 'Nordic procurement');
    let answer = (): void => undefined;
    const slow = world.startWorker({
      fetch: async (input, init) => {
        const response = await world.sandbox.fetch(input, init);
        const isFirstLook = input instanceof URL && input.pathname === LOOKUP && requests(LOOKUP, 'POST') === 1;
        await (isFirstLook ? new Promise<void>((resolve) => (answer = resolve)) : null);
        return response;
      },
    });
    const early = slow.ask('contact.status', { identity: identityOf(mira), fresh: false });
    await vi.waitFor(() => {
      expect(requests(LOOKUP, 'POST')).toBe(1);
    });
    await slow.ask('contact.add', addOf(procurement));
    answer();
    expect(await early).toMatchObject(ok({ kind: 'absent' }));
    expect(await slow.ask('contact.status', { identity: identityOf(mira), fresh: false })).toMatchObject(
      ok({ kind: 'present' }),
    );
  });

  test('looks for a missing list by its id, and requests all of them once', async () => {
    world.sandbox.control.fault({ path: LISTS, effect: { body: { kind: 'json', value: { data: [], total: 0 } } } });
    for (let times = 0; times < 3; times += 1) await contactStatus(true);
    const asked = world.sandbox.control.requests().filter(({ path }) => path === LISTS);
    expect(asked.map(({ query }) => query.some(([name]) => name === 'filter[uuid]'))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
