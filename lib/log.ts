/** What may be logged about a bug: where it happened and a reference. Never a key, a text, a person or an address. */
export interface LogEntry {
  readonly event: string;
  readonly reference?: string;
  readonly code?: string;
}

interface Sink {
  error(...parts: readonly string[]): void;
}

/** Codes and references are short words; anything else may be personal data and is redacted. */
const PLAIN = /^[\w.-]{1,60}$/u;

/** The only place that writes to the console. */
export function log({ event, code, reference }: LogEntry, sink: Sink = console): void {
  const parts = [event, code, reference].filter((part) => part !== undefined);
  sink.error('[shortlist]', ...parts.map((part) => (PLAIN.test(part) ? part : 'redacted')));
}

/** The class name of a thrown value, which holds no data. */
export function kindOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : typeof thrown;
}
