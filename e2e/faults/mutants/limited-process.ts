import type { ChildProcess } from 'node:child_process';

/** A planted fault may never end. */
export const LIMIT_MS = 300_000;
const GRACE_MS = 5_000;

export interface Ended {
  /** Whether it was stopped because it took longer than the limit. */
  readonly isStopped: boolean;
  readonly code: number | null;
  /** What it wrote to stderr. */
  readonly printed: string;
}

/** Waits for the end of a process that was started `detached`, and stops it with all that it started at the limit. */
export function endOf(child: ChildProcess, limitMs: number = LIMIT_MS): Promise<Ended> {
  let isStopped = false;
  let printed = '';
  child.stderr?.on('data', (data: Buffer) => (printed += data.toString()));
  const stop = (signal: NodeJS.Signals): void => {
    isStopped = true;
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  };
  const timers = [setTimeout(stop, limitMs, 'SIGTERM'), setTimeout(stop, limitMs + GRACE_MS, 'SIGKILL')];
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      timers.forEach(clearTimeout);
      resolve({ isStopped, code, printed });
    });
  });
}
