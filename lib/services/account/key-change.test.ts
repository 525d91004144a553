import { createWorld, type World } from '@/e2e/support/worker';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PendingCounts, InFlightReport } from '@/lib/domain/account';
import { ACTIONS, type UserAction } from './testing/key-change-actions';
import { createSteps, readSeeded, setUpProfile, type Seeded, type Setup } from './testing/key-change-setup';

type Change = 'the key is replaced' | 'the user signs out';

interface Changed {
  /** What the user confirmed losing. */
  readonly confirmed: PendingCounts | null;
  readonly inFlight: readonly InFlightReport[];
  /** Requests that GetSales had received when the change was done. */
  readonly requestsBefore: number;
}

const NO_ANSWER = { code: 'no-answer' } as const;
let outside: World;
let seeded: Seeded;
let runs = 0;

beforeAll(async () => {
  outside = createWorld();
  outside.sandbox.control.setRateLimit(null);
  seeded = await readSeeded(outside);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Replaces the key by another workspace's, or signs out, and confirms whenever it is asked to. */
async function change({ worker, world }: Setup, how: Change): Promise<Changed> {
  const { sandbox } = world;
  const done = (confirmed: PendingCounts | null, inFlight: readonly InFlightReport[]): Changed => ({
    confirmed,
    inFlight,
    requestsBefore: sandbox.control.requests().length,
  });
  if (how === 'the user signs out') {
    const first = await worker.ask('session.pending', {});
    for (let confirmed = first.ok ? first.value : null; ;) {
      const answer = await worker.ask('session.signOut', { confirmed });
      if (!answer.ok) throw new Error(answer.error.code);
      if (answer.value.state === 'signed-out') return done(confirmed, answer.value.inFlight);
      confirmed = answer.value.pending;
    }
  }
  for (let confirmed: PendingCounts | null = null; ;) {
    const answer: Awaited<ReturnType<typeof worker.ask<'session.connect'>>> = await worker.ask('session.connect', {
      key: sandbox.keys.other,
      confirmed,
    });
    if (!answer.ok) throw new Error(answer.error.code);
    if (answer.value.state === 'connected') return done(confirmed, []);
    confirmed = answer.value.pending;
  }
}

const isAny = (counts: PendingCounts | null): boolean => Object.values(counts ?? {}).some((count) => count !== 0);

interface RunResult {
  /** Requests with another account's key. */
  readonly wrongKey: readonly string[];
  /** Requests after the change was done. */
  readonly afterChange: readonly string[];
  /** Not done, not answered as failed, not confirmed, not reported. */
  readonly isLostSilently: boolean;
  readonly steps: number;
}

/** Runs an action and changes the key at its nth step. `isAwaited`: the action continues only after the change. */
async function runAction(action: UserAction, how: Change, target: number, isAwaited: boolean): Promise<RunResult> {
  const steps = createSteps();
  runs += 1;
  const setup = await setUpProfile(outside, seeded, steps, runs);
  const { sandbox } = setup.world;
  const perform = await action.prepare(setup);
  sandbox.control.clearRequests();
  const changing: Promise<Changed>[] = [];
  steps.arm(target, () => {
    changing.push(change(setup, how));
    return isAwaited ? Promise.all(changing) : Promise.resolve();
  });
  const answer = await perform().catch(() => NO_ANSWER);
  const stepCount = steps.seen();
  const changed = await (changing[0] ?? change(setup, how));
  await setup.worker.services.recovery.processDue(true);
  vi.restoreAllMocks();
  const received = sandbox.control.requests();
  const pathOf = ({ method, path }: (typeof received)[number]): string => `${method} ${path}`;
  const isAnsweredAsFailed = !('ok' in answer) || !answer.ok;
  const isConfirmed = isAny(changed.confirmed);
  const isReported = changed.inFlight.some(({ what }) => what === action.what);
  const isDone = action.isDone(setup);
  return {
    wrongKey: received.filter(({ keyName, path }) => keyName !== 'main' && !path.startsWith('/id/api/')).map(pathOf),
    afterChange: received.slice(changed.requestsBefore).map(pathOf),
    isLostSilently: isDone === false && !isAnsweredAsFailed && !isConfirmed && !isReported,
    steps: stepCount,
  };
}

const CHANGES: readonly Change[] = ['the key is replaced', 'the user signs out'];

describe.each(Object.entries(ACTIONS))('%s', (_name, action) => {
  // Both changes run at every step; the action continues only after the change at every other one, in turn.
  test.each(CHANGES.map((how, turn) => ({ how, turn })))(
    'sends nothing with the wrong key, and is not lost silently, when $how at any step',
    async ({ how, turn }) => {
      const { steps } = await runAction(action, how, Infinity, false);
      const results = [];
      for (let target = 1; target <= steps; target += 1) {
        const isAwaited = target % 2 === turn;
        const { wrongKey, afterChange, isLostSilently } = await runAction(action, how, target, isAwaited);
        results.push({ target, isAwaited, wrongKey, afterChange, isLostSilently });
      }
      const failures = results.filter(
        ({ wrongKey, afterChange, isLostSilently }) => wrongKey.length > 0 || afterChange.length > 0 || isLostSilently,
      );
      expect(failures.map((failure) => JSON.stringify(failure))).toEqual([]);
      expect(results.length).toBeGreaterThan(10);
    },
  );
});
