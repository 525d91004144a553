import type { Ledger } from './ledger';
import { checkContract, type AnsweredRequest } from './validator';

/** Checks requests against the contract and collects the violations. */
export interface ContractChecks {
  readonly check: (answered: AnsweredRequest, excuse: string | null) => void;
  /** A violation that is not about a request: the sandbox itself broke. */
  readonly note: (violation: string) => void;
  readonly violations: () => readonly string[];
  readonly clear: () => void;
}

/** A request with an `excuse` may break the contract; it is only counted. */
export function createContractChecks(ledger: Ledger | null): ContractChecks {
  let violations: string[] = [];
  return {
    check(answered, excuse) {
      const result = checkContract(answered);
      const held = excuse === null ? result.violations : [];
      violations.push(...held);
      ledger?.write({
        operationId: result.operationId,
        requests: 1,
        excused: excuse === null ? 0 : 1,
        violations: held,
      });
    },
    note(violation) {
      violations.push(violation);
      ledger?.write({ operationId: 'sandbox', requests: 0, excused: 0, violations: [violation] });
    },
    violations: () => [...violations],
    clear() {
      violations = [];
    },
  };
}
