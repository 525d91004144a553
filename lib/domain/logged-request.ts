/** What may be told about a request that left: that it was, never what it said. */
export interface LoggedRequest {
  readonly method: string;
  /** With `{uuid}` in place of ids. */
  readonly path: string;
  /** Names of what was sent, nested ones with a dot; no values. */
  readonly fieldNames: readonly string[];
  /** Null when no answer came. */
  readonly status: number | null;
  /** When it left, ms of the wall clock. */
  readonly at: number;
}
