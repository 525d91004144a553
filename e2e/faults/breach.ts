export type Harm = 'lost' | 'doubled' | 'wrong state' | 'wrong account' | 'leak' | 'error';

export interface Breach {
  readonly harm: Harm;
  /** Which of the invariants of docs/reliability.md#fault-catalogue; I7: nothing is done with another account's key (judge-accounts.ts). */
  readonly invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7';
  readonly what: string;
}
