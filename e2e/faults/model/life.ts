import type { Step } from '../steps';

/** `idle`: the browser ended a worker without work. */
export type End = 'killed' | 'idle';

export type Moment = 'before' | 'after';

/** One life of the worker. After its end, pending promises never settle and its writes and requests do nothing. */
export interface Life {
  readonly isAlive: () => boolean;
  /** Passes a promise on; never settles after the end. */
  readonly whileAlive: <T>(work: Promise<T>) => Promise<T>;
  /** Records a step; false when the worker died of it. */
  readonly did: (step: Step, moment: Moment) => boolean;
  readonly lastStep: () => Step;
  readonly onEnd: (task: (how: End) => void) => void;
  readonly end: (how: End) => void;
}

/** @param isFatal says whether the worker dies at this step */
export function createLife(isFatal: (step: Step, moment: Moment) => boolean): Life {
  let alive = true;
  let last: Step = 'asked';
  const atEnd: ((how: End) => void)[] = [];
  const end = (how: End): void => {
    if (!alive) return;
    alive = false;
    for (const task of atEnd) task(how);
  };
  return {
    isAlive: () => alive,
    whileAlive: (work) =>
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
      if (isFatal(step, moment)) end('killed');
      return alive;
    },
    lastStep: () => last,
    onEnd: (task) => void atEnd.push(task),
    end,
  };
}
