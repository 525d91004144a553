import type { Plant } from '../../mutants/plant';

/** A case of docs/reliability.md#fault-catalogue. */
export type Row = {
  readonly id: string;
  readonly injection: string;
  readonly expected: string;
} & (
  | {
      /** All files that have tests with its title. */
      readonly tests: readonly string[];
      /** A fault that each of these files catches. */
      readonly proof: Plant;
      /** For the files that check other code: the fault that they catch instead. */
      readonly otherProofs?: Readonly<Record<string, Plant>>;
      readonly notRun?: never;
    }
  | { readonly notRun: string; readonly tests?: never; readonly proof?: never; readonly otherProofs?: never }
);
