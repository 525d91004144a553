import { createRandom } from '../sandbox/seed/random';

/** Seeded random choices: the same seed gives the same choices. */
export interface Chance {
  /** In [0, 1). */
  readonly next: () => number;
  readonly below: (below: number) => number;
  readonly between: (from: number, to: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  /** One item, with a probability proportional to its weight. */
  readonly weighted: <T extends { readonly weight: number }>(items: readonly [T, ...T[]]) => T;
  readonly uuid: () => string;
}

export function createChance(seed: number): Chance {
  const random = createRandom(seed);
  return {
    ...random,
    between: (from, to) => from + Math.floor(random.next() * (to - from + 1)),
    happens: (probability) => random.next() < probability,
    weighted(items) {
      const total = items.reduce((sum, { weight }) => sum + weight, 0);
      let left = random.next() * total;
      return items.find(({ weight }) => (left -= weight) < 0) ?? items[0];
    },
  };
}
