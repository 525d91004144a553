import fc from 'fast-check';

/** One change to a page. Positions are large numbers, taken modulo the elements that the page has at that time. */
export type Mutation =
  | { readonly kind: 'drop' | 'duplicate' | 'shuffle' | 'unattribute'; readonly at: number; readonly with: number }
  | { readonly kind: 'move' | 'swap-text' | 'swap-attributes'; readonly at: number; readonly with: number }
  | { readonly kind: 'rename'; readonly at: number; readonly with: number }
  /** Puts an element of another person's page into this one. */
  | { readonly kind: 'graft'; readonly at: number; readonly with: number }
  /** Writes another person's name over the owner's within one element below the body. */
  | { readonly kind: 'impersonate'; readonly at: number; readonly with: number };

export interface Plan {
  /** Which page is changed. */
  readonly page: number;
  /** The page that elements and names are copied from. */
  readonly other: number;
  /** How much of the page's text arrives, in thousandths. */
  readonly arrives: number;
  readonly mutations: readonly Mutation[];
}

const KINDS = [
  'drop',
  'duplicate',
  'shuffle',
  'unattribute',
  'move',
  'swap-text',
  'swap-attributes',
  'rename',
  'graft',
  'impersonate',
] as const;

const position = fc.nat({ max: 1_000_000 });

const plan: fc.Arbitrary<Plan> = fc.record({
  page: position,
  other: position,
  arrives: fc.oneof(
    { weight: 5, arbitrary: fc.constant(1_000) },
    { weight: 1, arbitrary: fc.integer({ min: 20, max: 999 }) },
  ),
  mutations: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), at: position, with: position }), {
    minLength: 1,
    maxLength: 16,
  }),
});

/** The same plans for the same seed. */
export function plans(count: number, seed: number): readonly Plan[] {
  return fc.sample(plan, { numRuns: count, seed });
}
