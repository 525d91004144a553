import type { Plant } from '../../mutants/plant';

/** A case of docs/reliability.md#fault-catalogue. `proof` is a fault that the tests with the case's title catch. */
export type Row = {
  readonly id: string;
  readonly injection: string;
  readonly expected: string;
} & (
  | { readonly test: string; readonly proof: Plant; readonly notRun?: never }
  | { readonly notRun: string; readonly test?: never; readonly proof?: never }
);
