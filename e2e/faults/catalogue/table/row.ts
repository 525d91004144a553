import type { Plant } from '../../mutants/plant';

/**
 * A case of docs/reliability.md#fault-catalogue. `tests` are all files that have tests with its title, `proof` is a fault that
 * one of these tests catches.
 */
export type Row = {
  readonly id: string;
  readonly injection: string;
  readonly expected: string;
} & (
  | { readonly tests: readonly string[]; readonly proof: Plant; readonly notRun?: never }
  | { readonly notRun: string; readonly tests?: never; readonly proof?: never }
);
