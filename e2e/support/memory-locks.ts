type Granted = (lock: Lock | null) => unknown;

/** Web Locks in memory, as far as they are used: exclusive, waiting in turn, or not at all with `ifAvailable`. */
export function memoryLocks(): LockManager {
  const held = new Map<string, Promise<unknown>>();

  async function request(name: string, options: LockOptions, granted: Granted): Promise<unknown> {
    const before = held.get(name);
    if (before !== undefined && options.ifAvailable === true) return granted(null);
    const turn = (before ?? Promise.resolve()).then(() => granted({ name, mode: 'exclusive' }));
    const quiet = turn.catch(() => undefined);
    held.set(name, quiet);
    await quiet;
    if (held.get(name) === quiet) held.delete(name);
    return turn;
  }

  return {
    query: () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })), pending: [] }),
    request: (name: string, second: LockOptions | Granted, third?: Granted) =>
      typeof second === 'function' ? request(name, {}, second) : request(name, second, third ?? (() => undefined)),
  };
}
