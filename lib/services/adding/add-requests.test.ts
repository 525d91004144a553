import { addingWorld, type AddingWorld } from '@/e2e/support/adding';
import { jonas, mira } from '@/e2e/support/cast';
import { addOf, contactIdOf, identityOf, LOOKUP, seen, UPSERT } from '@/e2e/support/worker-people';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '@/lib/domain/result';

let world: AddingWorld;

beforeEach(async () => {
  world = await addingWorld();
});

const paths = () => world.sandbox.control.requests().map(({ path }) => path);

describe('once a lookup has shown that its route exists, an add costs two requests', () => {
  beforeEach(async () => {
    await contactIdOf(world.worker, jonas);
    world.sandbox.control.clearRequests();
  });

  test('with the lookup of the screen', async () => {
    const add = addOf(world.procurement);
    await world.worker.ask('contact.status', { identity: add.identity, fresh: false });
    await world.worker.ask('contact.add', add);
    expect(paths()).toEqual([LOOKUP, UPSERT]);
  });

  test('with a lookup of its own', async () => {
    await world.worker.ask('contact.add', addOf(world.procurement));
    expect(paths()).toEqual([LOOKUP, UPSERT]);
  });
});

test('an add is sent after eight seconds when the lookup before it gets no answer', async () => {
  const limits: { readonly ms: number; readonly reach: () => void }[] = [];
  const worker = world.startWorker({
    timeout: (ms) => {
      const limit = new AbortController();
      limits.push({ ms, reach: () => limit.abort() });
      return limit.signal;
    },
  });
  world.sandbox.control.fault({ path: LOOKUP, times: 1, effect: { connection: 'hang' } });
  const beganAt = world.now();
  const adding = worker.ask('contact.add', addOf(world.procurement));
  await vi.waitFor(() => expect(seen(world.sandbox, 'POST', LOOKUP)).toHaveLength(1));
  const [first] = limits.sort((one, other) => one.ms - other.ms);
  world.pass(first?.ms ?? 0);
  first?.reach();
  expect(await adding).toMatchObject(ok({ effect: 'created', undoUntil: null }));
  const sent = world.requested.filter(({ url }) => url.endsWith(UPSERT));
  expect(sent.map(({ at }) => at - beganAt)).toEqual([8_000]);
});

test('a person who waits is answered before the carried-on adds that have not begun', async () => {
  let isOnline = false;
  const atFirst: (() => void)[] = [];
  let reached = (): void => undefined;
  const sendersAsked = new Promise<void>((resolve) => (reached = resolve));
  const worker = world.startWorker({
    isOnline: () => isOnline,
    fetch: async (input, init) => {
      if (JSON.stringify(input).includes('sender-profiles')) reached();
      const isFirst = atFirst.length > 0;
      atFirst.pop()?.();
      // The first request of the adds is answered once the person's own request was sent.
      if (isFirst) await sendersAsked;
      return world.sandbox.fetch(input, init);
    },
  });
  for (let person = 0; person < 20; person += 1) {
    const identity = identityOf({ ...mira, slug: `person-${person}` });
    await worker.ask('contact.add', addOf(world.procurement, { identity }));
  }
  isOnline = true;
  world.sandbox.control.clearRequests();
  const senders = new Promise((resolve) => {
    atFirst.push(() => resolve(worker.ask('senders.get', { fresh: true })));
  });
  await worker.services.recovery.processDue(true);
  expect(await senders).toMatchObject({ ok: true });
  expect(paths().slice(0, 4)).toContain('/flows/api/sender-profiles');
  expect(world.upserts()).toHaveLength(20);
});
