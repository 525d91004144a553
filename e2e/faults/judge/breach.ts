export type Harm = 'lost' | 'doubled' | 'wrong content' | 'wrong state' | 'wrong account' | 'leak' | 'error';

export interface Breach {
  readonly harm: Harm;
  /** An invariant of docs/reliability.md#fault-catalogue. */
  readonly invariant: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9';
  readonly what: string;
}
