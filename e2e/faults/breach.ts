export type Harm = 'lost' | 'doubled' | 'wrong state' | 'wrong account' | 'leak' | 'error';

export interface Breach {
  readonly harm: Harm;
  /** An invariant of docs/reliability.md#fault-catalogue. I7: never use another account's key (judge-accounts.ts). */
  readonly invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7';
  readonly what: string;
}
