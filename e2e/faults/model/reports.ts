/** What the worker reports, throws and prints during a run. */
export interface Reports {
  /** Records something that is always a bug. */
  readonly report: (event: string) => void;
  readonly errors: () => readonly string[];
  /** Records what a page was answered. */
  readonly answered: (answer: unknown) => void;
  readonly answers: () => string;
  /** Everything printed to the console, as text. */
  readonly printed: () => string;
  readonly stop: () => void;
}

const LEVELS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

export function captureReports(): Reports {
  const errors: string[] = [];
  const printed: unknown[] = [];
  const answers: unknown[] = [];
  const caught = (thrown: unknown): void => void errors.push(`unhandled: ${String(thrown)}`);
  const original = { ...console };
  process.on('unhandledRejection', caught);
  for (const level of LEVELS) console[level] = (...words: readonly unknown[]) => void printed.push(...words);
  return {
    report: (event) => void errors.push(event),
    errors: () => errors,
    answered: (answer) => void answers.push(answer),
    answers: () => JSON.stringify(answers),
    printed: () => JSON.stringify([errors, printed.map((word) => (word instanceof Error ? String(word) : word))]),
    stop() {
      process.off('unhandledRejection', caught);
      Object.assign(console, original);
    },
  };
}
