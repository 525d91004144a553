import type { EntryId } from '@/lib/domain/ids';

/** The outbox entries that a service is processing now, in this worker. */
export interface InFlight {
  has(id: EntryId): boolean;
  ids(): readonly EntryId[];
}

export interface InFlightTasks<T> extends InFlight {
  /** Runs the task of an entry, which is in flight until it has ended. */
  run(id: EntryId, task: () => Promise<T>): Promise<T>;
  /** The task of an entry in flight. */
  get(id: EntryId): Promise<T> | undefined;
}

export function createInFlight<T>(): InFlightTasks<T> {
  const tasks = new Map<EntryId, Promise<T>>();
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
