/** What may be stored about a sent request: its route and field names, never a value. */
export interface LoggedRequest {
  readonly method: string;
  /** With `{uuid}` in place of ids. */
  readonly path: string;
  /** Names of the fields sent, nested ones with a dot. */
  readonly fieldNames: readonly string[];
  /** Null without an answer. */
  readonly status: number | null;
  /** When it was sent, ms of the wall clock. */
  readonly at: number;
  /** By how much GetSales' clock was ahead of this computer's at the answer, ms; null without a date. */
  readonly clockAheadMs: number | null;
}
