import { jonas, mira } from '@/e2e/support/cast';
import { connectedWorld, type Worker, type World } from '@/e2e/support/worker';
import { addOf, identityOf, listNamed, LOOKUP, seen } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '@/lib/domain/result';
import { MISSING_LIST_TTL_MS } from './catalog';
import { STANDING_TTL_MS } from './contact-status';

const LISTS = '/leads/api/lists';
const STAGES = '/leads/api/pipeline-stages';
const ENROLMENTS = '/flows/api/flows-leads';
/** After several failures GetSales is left alone for this long. */
const BREAKER_PAUSE_MS = 30_000;

let world: World & { readonly worker: Worker };

beforeEach(async () => {
  world = await connectedWorld();
});

const asked = (path: string, method = 'GET') => seen(world.sandbox, method, path).length;

describe('where a person stands', () => {
  const contactStatus = (fresh = false, person = jonas) =>
    world.worker.ask('contact.status', { identity: identityOf(person), fresh });

  test('is told with list, stage, automations and the last reply', async () => {
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

  test('is absent only when GetSales said so', async () => {
    expect(await contactStatus(false, mira)).toEqual(ok({ kind: 'absent', asOf: '2026-11-23T12:00:00.000Z' }));
    world.sandbox.control.fault({ path: LOOKUP, effect: { status: 500 } });
    expect(await contactStatus(true, mira)).toEqual(err({ code: 'server-trouble', status: 500 }));
  });

  test('is believed for a minute', async () => {
    await contactStatus();
    world.pass(STANDING_TTL_MS - 1);
    await contactStatus();
    expect(asked(LOOKUP, 'POST')).toBe(1);
    world.pass(1);
    await contactStatus();
    expect(asked(LOOKUP, 'POST')).toBe(2);
  });

  test.each([
    ['automations', ENROLMENTS, { automations: [], listName: 'EU founders', stageName: 'Engaging' }],
    ['stages', STAGES, { stageName: null, listName: 'EU founders' }],
    ['lists', LISTS, { listName: null, stageName: 'Engaging' }],
  ])('is told in part when the %s cannot be asked, and asked in full the next time', async (_name, path, told) => {
    const fault = world.sandbox.control.fault({ path, effect: { status: 500 } });
    expect(await contactStatus()).toMatchObject(ok({ kind: 'present', extras: 'partial', ...told }));
    fault.remove();
    world.pass(BREAKER_PAUSE_MS);
    expect(await contactStatus()).toMatchObject(ok({ extras: 'complete' }));
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
    const early = slow.ask('contact.status', { identity: identityOf(mira), fresh: false });
    await vi.waitFor(() => {
      expect(asked(LOOKUP, 'POST')).toBe(1);
    });
    await slow.ask('contact.add', addOf(procurement));
    answer();
    expect(await early).toMatchObject(ok({ kind: 'absent' }));
    expect(await slow.ask('contact.status', { identity: identityOf(mira), fresh: false })).toMatchObject(
      ok({ kind: 'present' }),
    );
  });

  test('does not ask for all lists again and again because of one that is not among them', async () => {
    world.sandbox.control.fault({ path: LISTS, effect: { body: { kind: 'json', value: { data: [], total: 0 } } } });
    for (let times = 0; times < 3; times += 1) await contactStatus(true);
    expect(asked(LISTS)).toBe(1);
    world.pass(MISSING_LIST_TTL_MS);
    await contactStatus(true);
    expect(asked(LISTS)).toBe(2);
  });
});
