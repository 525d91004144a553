import { memoryLocks } from '@/e2e/support/memory-locks';
import type { SendingWorld } from '@/e2e/support/sending';
import type { Worker } from '@/e2e/support/worker';
import { createKeepAwake, updateWhenIdle } from '@/lib/services/worker/lifetime';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err } from '@/lib/domain/result';
import { titleOf } from './table/catalogue';
import { sendingWorld } from './worlds';

let world: SendingWorld;

beforeEach(async () => {
  world = await sendingWorld();
});

function failToWrite(): never {
  throw new DOMException('the worker is dead', 'AbortError');
}

const never = (): Promise<never> => new Promise(() => undefined);

/** Starts the next worker on the same disk, which does all that is left to do. */
async function recover(): Promise<void> {
  const { recovery } = world.startWorker({ locks: memoryLocks() }).services;
  await recovery.markInterrupted();
  for (let due = await recovery.processDue(true); due.ok && due.value !== null;) {
    world.pass(Math.max(1, due.value - world.now()));
    due = await recovery.processDue(true);
  }
}

/** A worker that dies at its `nth` request: before it is sent, or after GetSales processed it. */
function dyingAt(nth: number, isDone: boolean) {
  let asked = 0;
  const worker = world.startWorker({
    fetch: async (input, init) => {
      asked += 1;
      if (asked < nth) return world.sandbox.fetch(input, init);
      if (isDone) await world.sandbox.fetch(input, init);
      return never();
    },
    locks: memoryLocks(),
  });
  return { worker, isDead: () => expect(asked).toBe(nth) };
}

async function sendAndDie({ worker, isDead }: { readonly worker: Worker; readonly isDead: () => void }) {
  void worker.ask('message.send', world.sendOf());
  await vi.waitFor(isDead);
  await new Promise(setImmediate);
  await recover();
  const [state] = await world.states();
  return { state: state?.name, posts: world.posts().length, arrived: world.onServer().length };
}

describe('a worker that dies', () => {
  test.each([
    ['before the look at the conversation', 1, false, { state: 'sent', posts: 1, arrived: 1 }],
    ['after the look at the conversation', 1, true, { state: 'sent', posts: 1, arrived: 1 }],
    ['at a POST that does not arrive', 2, false, { state: 'unknown', posts: 0, arrived: 0 }],
    ['at a POST that arrives', 2, true, { state: 'sent', posts: 1, arrived: 1 }],
  ] as const)(`${titleOf('L1')} (%s)`, async (_step, nth, isDone, expected) => {
    expect(await sendAndDie(dyingAt(nth, isDone))).toEqual(expected);
  });

  test(titleOf('L1', 'while the message can be cancelled'), async () => {
    let waits = 0;
    const sleep = (): Promise<never> => {
      waits += 1;
      return never();
    };
    const worker = world.startWorker({ sleep, locks: memoryLocks() });
    const isDead = (): void => expect(waits).toBe(1);
    expect(await sendAndDie({ worker, isDead })).toEqual({ state: 'sent', posts: 1, arrived: 1 });
  });

  test(titleOf('L1', 'before the answer is recorded'), async () => {
    const worker = world.startWorker({
      fetch: async (input, init) => {
        const answer = await world.sandbox.fetch(input, init);
        // Nothing that this worker writes after the POST reaches the disk.
        if (init?.method === 'POST') vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(failToWrite);
        return answer;
      },
      locks: memoryLocks(),
    });
    await worker.ask('message.send', world.sendOf());
    vi.restoreAllMocks();
    expect(await world.states()).toMatchObject([{ name: 'dispatching' }]);
    await recover();
    expect(await world.states()).toMatchObject([{ name: 'sent' }]);
    expect([world.posts().length, world.onServer().length]).toEqual([1, 1]);
  });
});

test(titleOf('L3'), async () => {
  const pings: number[] = [];
  let asleep = 0;
  const keepAwake = createKeepAwake({
    ping: () => Promise.resolve(pings.push(asleep)),
    sleep: (ms) => {
      asleep += ms;
      return new Promise(setImmediate);
    },
  });
  await keepAwake(() => vi.waitFor(() => expect(pings.length).toBeGreaterThan(10)));
  expect(pings.slice(0, 3)).toEqual([20_000, 40_000, 60_000]);
  const before = pings.length;
  for (let turn = 0; turn < 9; turn += 1) await new Promise(setImmediate);
  expect(pings.length).toBe(before);
});

test(titleOf('L4'), async () => {
  const send = world.sendOf();
  const presses = Array.from({ length: 20 }, () => world.worker.ask('message.send', send));
  const answers = (await Promise.all(presses)).map((answer) => (answer.ok ? answer.value.state : answer.error.code));
  expect(answers.toSorted()).toEqual([...Array.from({ length: 19 }, () => 'busy'), 'sent']);
  expect([world.posts().length, world.onServer().length]).toEqual([1, 1]);
});

test(titleOf('L5'), async () => {
  const page = world.worker.pageOf(await world.worker.account());
  const send = (text: string) => page('message.send', world.sendOf({ text }));
  expect(await Promise.all([send('From one'), send('From two')])).toMatchObject([{ ok: true }, err({ code: 'busy' })]);
  expect(world.posts()).toMatchObject([{ body: { text: 'From one' } }]);
});

describe('an update', () => {
  /** How long an update waits when a message is being sent at the first `looks` looks. */
  async function waitedFor(looks: number) {
    let left = looks;
    let waited = 0;
    let reloads = 0;
    await updateWhenIdle({
      isSending: () => Promise.resolve(left-- > 0),
      isOpen: () => Promise.resolve(false),
      sleep: (ms) => {
        waited += ms;
        return Promise.resolve();
      },
      reload: () => (reloads += 1),
    });
    return { waited, reloads };
  }

  test.each([
    ['nothing is sent', 0, 0],
    ['for two looks', 2, 4_000],
    ['without end', Infinity, 600_000],
  ])(`${titleOf('L7')} (%s)`, async (_variant, looks, waited) => {
    expect(await waitedFor(looks)).toEqual({ waited, reloads: 1 });
  });
});
