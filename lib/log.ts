/** What may be written down about a bug: where it happened and a reference. Never a key, a text, a person or an address. */
export interface LogEntry {
  readonly event: string;
  readonly reference?: string;
  readonly code?: string;
}

/** The only place that writes to the console. */
export function log(entry: LogEntry): void {
  console.error('[shortlist]', entry.event, entry.code ?? '', entry.reference ?? '');
}
