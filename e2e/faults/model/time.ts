/** Time that passes only while no work is in progress, so that the same seed always gives the same run. */
export interface VirtualTime {
  /** Milliseconds since the run began. */
  readonly now: () => number;
  /** Calls `task` after `ms`; returns a function that cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
  readonly pass: (ms: number) => Promise<void>;
  /** Stops time until the returned function is called. */
  readonly begin: () => () => void;
  /** Lets time pass until nothing is scheduled; `endless` when that takes too many steps. */
  readonly run: (beforeWaiting: (ms: number) => void) => Promise<'finished' | 'endless'>;
}

interface Due {
  readonly at: number;
  readonly task: () => void;
}

const MAX_STEPS = 20_000;

export function createTime(): VirtualTime {
  const queue: Due[] = [];
  let now = 0;
  let inProgress = 0;

  const after: VirtualTime['after'] = (ms, task) => {
    const due = { at: now + Math.max(0, Math.ceil(ms)), task };
    const later = queue.findIndex((other) => other.at > due.at);
    queue.splice(later === -1 ? queue.length : later, 0, due);
    return () => {
      const index = queue.indexOf(due);
      if (index !== -1) queue.splice(index, 1);
    };
  };

  /** Waits for work in progress: without real time, that takes one or two turns of the event loop. */
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = inProgress === 0 ? quiet + 1 : 0;
    }
  }

  return {
    now: () => now,
    after,
    pass: (ms) => new Promise((resolve) => void after(ms, resolve)),
    begin() {
      let isOver = false;
      inProgress += 1;
      return () => {
        if (!isOver) inProgress -= 1;
        isOver = true;
      };
    },
    async run(beforeWaiting) {
      await settle();
      for (let step = 0; step < MAX_STEPS; step += 1) {
        const [next] = queue;
        if (next === undefined) return 'finished';
        beforeWaiting(next.at - now);
        const [first] = queue;
        if (first === next) {
          queue.shift();
          now = next.at;
          next.task();
        }
        await settle();
      }
      return 'endless';
    },
  };
}
