import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry } from '@/lib/domain/outbox-entry';
import { err, type Result } from '@/lib/domain/result';

type Thread = Pick<SendEntry, 'contactId' | 'senderId'>;

/** Whether two messages go to the same person as the same sender. */
export function isSameThread(a: Thread, b: Thread): boolean {
  return a.contactId === b.contactId && a.senderId === b.senderId;
}

/**
 * One message to a person as a sender at a time; `busy` for another.
 *
 * @param ifFree runs `act` unless somebody holds the lock of this name: then null
 */
export function createThreadLock<T>(ifFree: <R>(name: string, act: () => Promise<R>) => Promise<R | null>) {
  const underWay = new Set<EntryId>();
  return {
    async alone({ contactId, senderId }: Thread, id: EntryId, act: () => Promise<Result<T>>): Promise<Result<T>> {
      const done = await ifFree(`send:${contactId}:${senderId}`, async () => {
        underWay.add(id);
        try {
          return await act();
        } finally {
          underWay.delete(id);
        }
      });
      return done ?? err({ code: 'busy' });
    },
    /** Whether this life of the worker has it under way. */
    isUnderWay: (id: EntryId): boolean => underWay.has(id),
    /** Everything that this life of the worker has under way. */
    underWay: (): readonly EntryId[] => [...underWay],
  };
}
