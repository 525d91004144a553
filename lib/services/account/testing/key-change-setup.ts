import { jonas } from '@/e2e/support/cast';
import type { Ask, Worker, World } from '@/e2e/support/worker';
import { contactIdOf, listNamed, senderNamed } from '@/e2e/support/worker-people';
import { vi } from 'vitest';
import type { ContactList } from '@/lib/domain/contact';
import type { ContactId, SenderId } from '@/lib/domain/ids';
import { sharedTransport } from '@/lib/getsales/http/transport';

/** What the workspace has from the start, the same for every profile. */
export interface Seeded {
  readonly list: ContactList;
  readonly founders: ContactList;
  readonly senderId: SenderId;
  readonly jonasId: ContactId;
}

/** A separate browser profile for one run of an action. */
export interface Setup extends Seeded {
  readonly world: World;
  readonly worker: Worker;
  /** A page of the account that is replaced or signed out. */
  readonly page: Ask;
  /** Differs from run to run. */
  readonly run: number;
}

/** Counts the places where the worker waits for the browser or the network, and interrupts it at one of them. */
export interface Steps {
  readonly at: <T>(what: () => Promise<T>) => Promise<T>;
  /** A place where the worker holds a database open, so that it cannot wait for the interruption. */
  readonly pass: () => void;
  /** Calls `interrupt` at the step with this number. */
  readonly arm: (target: number, interrupt: () => Promise<unknown>) => void;
  readonly seen: () => number;
}

export function createSteps(): Steps {
  let count = 0;
  let target = 0;
  let interrupt: (() => Promise<unknown>) | null = null;
  const step = async (): Promise<void> => {
    if (interrupt === null) return;
    count += 1;
    if (count !== target) return;
    const run = interrupt;
    interrupt = null;
    await run();
  };
  return {
    at: async (what) => {
      await step();
      const value = await what();
      await step();
      return value;
    },
    pass: () => {
      void step();
    },
    arm: (wanted, run) => {
      count = 0;
      target = wanted;
      interrupt = run;
    },
    seen: () => count,
  };
}

/** Asked for once: more than half of a run's time would go into it. */
export async function readSeeded({ sandbox, startWorker }: World): Promise<Seeded> {
  const worker = startWorker();
  await worker.ask('session.connect', { key: sandbox.key, confirmed: null });
  return {
    list: await listNamed(worker, 'Nordic procurement'),
    founders: await listNamed(worker, 'EU founders'),
    senderId: await senderNamed(worker, 'Mara (DE)'),
    jonasId: await contactIdOf(worker, jonas),
  };
}

/** A fresh profile at the GetSales of `outside`, whose worker counts its steps and has read nothing yet. */
export async function setUpProfile(outside: World, seeded: Seeded, steps: Steps, run: number): Promise<Setup> {
  const world = outside.freshProfile();
  const { sandbox, storage } = world;
  sandbox.control.clearFaults();
  const { subtle } = crypto;
  const decrypt = subtle.decrypt.bind(subtle);
  vi.spyOn(subtle, 'decrypt').mockImplementation((...wanted) => {
    steps.pass();
    return decrypt(...wanted);
  });
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...wanted) {
    steps.pass();
    return transaction.apply(this, wanted);
  });
  for (const area of [storage.local, storage.session]) {
    const { get, set } = area;
    Object.assign(area, {
      get: (key: string) => steps.at(() => get(key)),
      set: (items: Record<string, unknown>) => steps.at(() => set(items)),
    });
  }
  const hooked: typeof fetch = (input, init) => steps.at(() => sandbox.fetch(input, init));
  const worker = world.startWorker({
    fetch: hooked,
    openTransport: () => steps.at(() => Promise.resolve(sharedTransport(hooked))),
    sleep: (ms, signal) =>
      steps.at(() => {
        if (signal?.aborted !== true) world.pass(ms);
        return Promise.resolve();
      }),
  });
  await worker.ask('session.connect', { key: sandbox.key, confirmed: null });
  const page = worker.pageOf(await worker.account());
  return { ...seeded, world, worker, page, run };
}
