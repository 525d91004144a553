import type { Ledger } from './ledger';
import { judge, type Exchange } from './validator';

/** What a sandbox knows about its own faithfulness. */
export interface ContractBook {
  readonly check: (exchange: Exchange, excuse: string | null) => void;
  /** A violation that is no exchange: the sandbox itself broke. */
  readonly note: (violation: string) => void;
  readonly violations: () => readonly string[];
  readonly clear: () => void;
}

/** `excuse` names why an exchange may break the contract; it is counted, and not held against anybody. */
export function createContractBook(ledger: Ledger | null): ContractBook {
  let violations: string[] = [];
  return {
    check(exchange, excuse) {
      const verdict = judge(exchange);
      const held = excuse === null ? verdict.violations : [];
      violations.push(...held);
      ledger?.write({
        operationId: verdict.operationId,
        exchanges: 1,
        excused: excuse === null ? 0 : 1,
        violations: held,
      });
    },
    note(violation) {
      violations.push(violation);
      ledger?.write({ operationId: 'sandbox', exchanges: 0, excused: 0, violations: [violation] });
    },
    violations: () => [...violations],
    clear() {
      violations = [];
    },
  };
}
