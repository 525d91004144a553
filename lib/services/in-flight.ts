import type { EntryId } from '@/lib/domain/ids';

/** What this worker is processing now: outbox entries, unless the ids are of another kind. */
export interface InFlight<K = EntryId> {
  has(id: K): boolean;
  ids(): readonly K[];
}

export interface InFlightTasks<T, K = EntryId> extends InFlight<K> {
  /** Runs a task, which is in flight under this id until it has ended. */
  run(id: K, task: () => Promise<T>): Promise<T>;
  get(id: K): Promise<T> | undefined;
}

export function createInFlight<T, K = EntryId>(): InFlightTasks<T, K> {
  const tasks = new Map<K, Promise<T>>();
  return {
    run(id, task) {
      const result = task().finally(() => tasks.delete(id));
      tasks.set(id, result);
      return result;
    },
    get: (id) => tasks.get(id),
    has: (id) => tasks.has(id),
    ids: () => [...tasks.keys()],
  };
}
