/** A clock that moves only with `sleep` and `pass`. Nothing really waits, and every wait is recorded. */
export interface VirtualTime {
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Every sleep so far, ms. */
  readonly waits: readonly number[];
  readonly pass: (ms: number) => void;
}

const NOON = Date.UTC(2026, 10, 23, 12);

export function createVirtualTime(): VirtualTime {
  let elapsed = 0;
  const waits: number[] = [];
  return {
    now: () => NOON + elapsed,
    monotonic: () => elapsed,
    sleep: (ms) => {
      waits.push(ms);
      elapsed += ms;
      return Promise.resolve();
    },
    waits,
    pass(ms) {
      elapsed += ms;
    },
  };
}

/** More turns of the event loop than anything needs that a test waits for. */
const MAX_TURNS = 100_000;

/** Lets the event loop run until the condition is true; fails if that does not happen. */
export async function until(happened: () => boolean): Promise<void> {
  for (let turn = 0; !happened(); turn += 1) {
    if (turn === MAX_TURNS) throw new Error('what the test waits for does not happen');
    await new Promise(setImmediate);
  }
}
