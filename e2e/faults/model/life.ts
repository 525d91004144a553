import type { Step } from '../steps';

export type Moment = 'before' | 'after';

/** One life of the worker. After its end nothing that it waited for ever comes, and nothing that it does happens. */
export interface Life {
  readonly isAlive: () => boolean;
  /** What it waits for; never settles once it is dead. */
  readonly gate: <T>(work: Promise<T>) => Promise<T>;
  /** Notes what it does; false when that was its end. */
  readonly did: (step: Step, moment: Moment) => boolean;
  /** What it did last. */
  readonly lastStep: () => Step;
  readonly onEnd: (act: () => void) => void;
  readonly end: () => void;
}

/** @param isFatal is told every step, and says whether the worker dies of it */
export function createLife(isFatal: (step: Step, moment: Moment) => boolean): Life {
  let alive = true;
  let last: Step = 'asked';
  const atEnd: (() => void)[] = [];
  const end = (): void => {
    if (!alive) return;
    alive = false;
    for (const act of atEnd) act();
  };
  return {
    isAlive: () => alive,
    gate: (work) =>
      new Promise((resolve, reject) => {
        work.then(
          (value) => {
            if (alive) resolve(value);
          },
          (thrown: unknown) => {
            if (alive) reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
          },
        );
      }),
    did(step, moment) {
      if (!alive) return false;
      last = step;
      if (isFatal(step, moment)) end();
      return alive;
    },
    lastStep: () => last,
    onEnd: (act) => void atEnd.push(act),
    end,
  };
}
