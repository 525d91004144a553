type Granted = (lock: Lock | null) => unknown;

/** Web Locks in memory: exclusive locks, queued or with `ifAvailable`. */
export function memoryLocks(): LockManager {
  const held = new Map<string, Promise<unknown>>();

  async function request(name: string, options: LockOptions, granted: Granted): Promise<unknown> {
    const previous = held.get(name);
    if (previous !== undefined && options.ifAvailable === true) return granted(null);
    const result = (previous ?? Promise.resolve()).then(() => granted({ name, mode: 'exclusive' }));
    const settled = result.catch(() => undefined);
    held.set(name, settled);
    await settled;
    if (held.get(name) === settled) held.delete(name);
    return result;
  }

  return {
    query: () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })), pending: [] }),
    request: (name: string, second: LockOptions | Granted, third?: Granted) =>
      typeof second === 'function' ? request(name, {}, second) : request(name, second, third ?? (() => undefined)),
  };
}
