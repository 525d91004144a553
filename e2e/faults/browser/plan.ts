import type { FaultEffect } from '../../sandbox/faults/rule';
import { createChance, type Chance } from '../chance';
import { faultsFor } from '../faults';
import type { KeyAction } from '../key-changes';

/** A fault for the nth request of a kind. */
export interface BrowserFault {
  readonly name: string;
  readonly to: 'post' | 'search' | 'upsert' | 'baseline';
  readonly effect: FaultEffect;
}

export interface BrowserKill {
  readonly what: 'worker' | 'browser';
  /** The event that starts the delay: seen by GetSales, requested by the user, or the start of a key change. */
  readonly after: 'asked' | 'baseline' | 'post' | 'upsert' | 'key';
  readonly delayMs: number;
}

export interface BrowserPlan {
  readonly seed: number;
  readonly cancelPeriodSeconds: number;
  /** To Jonas or Li, each with a different text. */
  readonly messages: readonly {
    readonly to: 0 | 1;
    readonly again: boolean;
    readonly cancelledAfterMs: number | null;
  }[];
  readonly adds: number;
  readonly faults: readonly BrowserFault[];
  readonly kill: BrowserKill | null;
  /** Whether the user sends it anyway once its outcome is unknown. */
  readonly insists: boolean;
  readonly skewMs: number;
  /** Each `afterMs` after the previous one has finished. */
  readonly keyActions: readonly BrowserKeyAction[];
}

export interface BrowserKeyAction extends KeyAction {
  readonly afterMs: number;
  /** Whether later actions come from a page of the previous account. */
  readonly stale: boolean;
}

/** The scenario of a seed. One run in seven kills the browser, one in two the worker. */
export function browserPlanOf(seed: number): BrowserPlan {
  return withKeyActions(scenarioOf(seed), createChance(seed ^ 0x0a11_ce55));
}

/** Two runs in five change the key; half of these kill the worker or the browser during the change. */
function withKeyActions(plan: BrowserPlan, chance: Chance): BrowserPlan {
  if (!chance.happens(0.4)) return plan;
  const whats = chance.pick<readonly BrowserKeyAction['key'][] | readonly ['sign out', ...BrowserKeyAction['key'][]]>([
    ['mainRenewed'],
    ['other'],
    ['other'],
    ['other', 'main'],
    ['sign out'],
    ['sign out', 'main'],
    ['sign out', 'other'],
  ]);
  const keyActions = whats.map((what): BrowserKeyAction => {
    const isEnd = what === 'sign out';
    return {
      do: isEnd ? 'sign out' : 'paste a key',
      key: isEnd ? 'main' : what,
      agrees: chance.happens(0.85),
      readsMs: chance.pick([0, 0, 200, 1_500]),
      insists: chance.happens(0.7),
      afterMs: chance.below(chance.pick([30, 300, 1_500])),
      stale: chance.happens(0.4),
    };
  });
  const kill: BrowserKill = {
    what: chance.happens(0.3) ? 'browser' : 'worker',
    after: 'key',
    delayMs: chance.below(chance.pick([30, 120, 400])),
  };
  return { ...plan, keyActions, kill: chance.happens(0.5) ? kill : plan.kill };
}

function scenarioOf(seed: number): BrowserPlan {
  const chance = createChance(seed);
  const count = chance.pick([1, 1, 1, 2]);
  const adds = chance.pick([0, 0, 1]);
  const kill = chance.happens(0.65) ? killOf(chance) : null;
  return {
    seed,
    cancelPeriodSeconds: chance.pick([0, 0, 0, 0, 0, 0, 0, 1, 2, 5]),
    messages: Array.from({ length: count }, (_, index) => ({
      to: index === 0 ? 0 : chance.pick([0, 1] as const),
      again: chance.happens(0.2),
      cancelledAfterMs: chance.happens(0.15) ? chance.below(1_500) : null,
    })),
    adds,
    faults: withTimeForKill(chance, kill, [
      ...some(chance, 0.65, 'post'),
      ...some(chance, 0.25, 'search'),
      ...some(chance, adds === 0 ? 0 : 0.5, 'upsert'),
      ...some(chance, 0.03, 'baseline'),
    ]),
    kill,
    insists: chance.happens(0.4),
    skewMs: chance.pick([0, 0, 0, 90_000_000, -90_000_000]),
    keyActions: [],
  };
}

function killOf(chance: Chance): BrowserKill {
  const after = chance.pick(['asked', 'asked', 'baseline', 'baseline', 'post', 'post', 'upsert'] as const);
  const longest = { asked: chance.pick([20, 400]), baseline: 250, post: 120, upsert: 60 }[after];
  return { what: chance.happens(0.22) ? 'browser' : 'worker', after, delayMs: chance.below(longest) };
}

/** Slows down the request that a kill targets: on loopback it would be over too soon. */
function withTimeForKill(
  chance: Chance,
  kill: BrowserKill | null,
  faults: readonly BrowserFault[],
): readonly BrowserFault[] {
  if (kill === null || kill.after === 'asked' || chance.happens(0.3)) return faults;
  const { after: to } = kill;
  if (to === 'key') return faults;
  const latencyMs = chance.between(50, 300);
  const slowed = faults.map((fault) =>
    fault.to === to ? { ...fault, effect: { latencyMs, ...fault.effect } } : fault,
  );
  return faults.some((fault) => fault.to === to) ? slowed : [...faults, { to, name: 'N5 slow', effect: { latencyMs } }];
}

type Named = Pick<BrowserFault, 'name' | 'effect'>;

/** Each takes the client's timeout of 25 seconds. */
const HANGS: readonly [Named, ...Named[]] = [
  { name: 'N5 never answered, not done', effect: { connection: 'hang' } },
  { name: 'N7 never answered, done', effect: { connection: 'hang-after' } },
];
const BREAKS: readonly [Named, ...Named[]] = [
  { name: 'N2 reset before it was read', effect: { connection: 'reset-unread' } },
  { name: 'N3 reset before it was done', effect: { connection: 'reset-before' } },
  { name: 'N4 reset after it was done', effect: { connection: 'reset-after' } },
  { name: 'N3 stream reset', effect: { connection: 'stream-before' } },
  { name: 'N4 stream reset', effect: { connection: 'stream-after' } },
  { name: 'N9 answer breaks off', effect: { body: { kind: 'cut' } } },
];

function some(chance: Chance, likely: number, to: BrowserFault['to']): readonly BrowserFault[] {
  if (!chance.happens(likely)) return [];
  const kind = chance.next();
  if (kind < 0.03 && to === 'post') return [{ to, ...chance.pick(HANGS) }];
  if (kind < 0.5) return [{ to, ...chance.pick(BREAKS) }];
  if (kind < 0.65) return [{ to, name: 'N5 slow', effect: { latencyMs: chance.below(600) } }];
  const { read, write } = faultsFor(Date.now());
  const { name, effect } = chance.weighted(to === 'search' || to === 'baseline' ? read : write);
  // Excluded: an invalid key, network faults (above), and a 421 to a processed request, which violates HTTP: browsers
  // repeat a request after a 421.
  const isExcluded = effect === null || name.startsWith('N16') || name === 'N23 421, done';
  return isExcluded ? [] : [{ to, name, effect }];
}
