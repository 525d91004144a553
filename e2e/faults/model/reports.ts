import type { MessageName } from '@/lib/messaging/protocol';

/** Answers about keys and accounts only. */
const WITHOUT_CONTENTS: readonly MessageName[] = ['session.get', 'session.pending', 'message.cancel'];

/** What the worker reports, throws and prints during a run. */
export interface Reports {
  /** Records something that is always a bug. */
  readonly report: (event: string) => void;
  readonly errors: () => readonly string[];
  /** Records what a page was answered. */
  readonly answered: (name: MessageName, answer: unknown) => void;
  /** The answers in which texts and names belong, or the others. */
  readonly answers: (haveContents: boolean) => string;
  /** Everything printed to the console, as text. */
  readonly printed: () => string;
  readonly stop: () => void;
}

const LEVELS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

export function captureReports(): Reports {
  const errors: string[] = [];
  const printed: unknown[] = [];
  const answers: { readonly name: MessageName; readonly answer: unknown }[] = [];
  const caught = (thrown: unknown): void => void errors.push(`unhandled: ${String(thrown)}`);
  const original = { ...console };
  process.on('unhandledRejection', caught);
  for (const level of LEVELS) console[level] = (...words: readonly unknown[]) => void printed.push(...words);
  return {
    report: (event) => void errors.push(event),
    errors: () => errors,
    answered: (name, answer) => void answers.push({ name, answer }),
    answers: (haveContents) =>
      JSON.stringify(answers.filter(({ name }) => WITHOUT_CONTENTS.includes(name) !== haveContents)),
    printed: () => JSON.stringify([errors, printed.map((word) => (word instanceof Error ? String(word) : word))]),
    stop() {
      process.off('unhandledRejection', caught);
      Object.assign(console, original);
    },
  };
}
