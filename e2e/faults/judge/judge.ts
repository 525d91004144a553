import { judgeAccounts } from './accounts';
import { judgeAnswers } from './answers';
import type { Breach } from './breach';
import { judgeClaims } from './claims';
import { judgeConduct } from './conduct';
import { judgeContacts } from './contacts';
import { judgeEffects } from './effects';
import type { Facts } from './facts';
import { judgeLiveness } from './liveness';
import { judgeSecrets } from './secrets';
import { judgeUndos } from './undo';
import { judgeWrites } from './writes';

/** Violated invariants, decided from the user's actions and GetSales' log and state; screens are only compared with these. */
export function judge(facts: Facts): readonly Breach[] {
  return [
    ...judgeWrites(facts),
    ...judgeConduct(facts),
    ...judgeContacts(facts),
    ...judgeUndos(facts),
    ...judgeClaims(facts),
    ...judgeAnswers(facts),
    ...judgeEffects(facts),
    ...judgeLiveness(facts),
    ...judgeSecrets(facts),
    ...judgeAccounts(facts.accounts),
    ...facts.errors
      .filter((what) => !isExplained(facts, what))
      .map((what): Breach => ({ harm: 'error', invariant: 'I4', what })),
  ];
}

/** A worker with separate locks finds that the first one has settled its message. */
function isExplained({ conditions }: Facts, what: string): boolean {
  return what === 'send-not-settled' && conditions.hasSecondWorker;
}
