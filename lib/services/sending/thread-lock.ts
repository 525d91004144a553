import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry } from '@/lib/domain/outbox-entry';
import { err, type Result } from '@/lib/domain/result';
import { createInFlight } from '../in-flight';

/** Runs the task if the lock of this name is free; null if it is taken. */
export type IfFree = <R>(name: string, task: () => Promise<R>) => Promise<R | null>;

type Thread = Pick<SendEntry, 'contactId' | 'senderId'>;

/** Whether two messages go to the same person from the same sender. */
export function isSameThread(a: Thread, b: Thread): boolean {
  return a.contactId === b.contactId && a.senderId === b.senderId;
}

/** Processes one message per contact and sender at a time; another one gets `busy`. */
export function createThreadLock<T>(ifFree: IfFree) {
  const inFlight = createInFlight<Result<T>>();
  return {
    async runExclusive(
      { contactId, senderId }: Thread,
      id: EntryId,
      task: () => Promise<Result<T>>,
    ): Promise<Result<T>> {
      const done = await ifFree(`send:${contactId}:${senderId}`, () => inFlight.run(id, task));
      return done ?? err({ code: 'busy' });
    },
    inFlight,
  };
}
