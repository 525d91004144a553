import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry } from '@/lib/domain/outbox/outbox-entry';

/** The times in which new messages can still be cancelled. */
export interface CancelPeriods {
  /** When a message that is written now is sent, ms. */
  sendAt(): Promise<number>;
  /** Waits for the rest of a message's period, or until it is cancelled; never longer than one period. */
  wait(entry: Pick<SendEntry, 'id' | 'createdAt'>): Promise<void>;
  /** Ends the wait of a cancelled message at once. */
  end(id: EntryId): void;
}

export interface CancelPeriodDeps {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** How long a message can be cancelled, as the user chose. */
  readonly cancelPeriodMs: () => Promise<number>;
}

export function createCancelPeriods({ now, sleep, cancelPeriodMs }: CancelPeriodDeps): CancelPeriods {
  const waits = new Map<EntryId, AbortController>();
  return {
    sendAt: async () => now() + (await cancelPeriodMs()),
    async wait({ id, createdAt }) {
      const controller = new AbortController();
      waits.set(id, controller);
      const period = await cancelPeriodMs();
      const left = Math.min(period, Date.parse(createdAt) + period - now());
      if (left > 0) await sleep(left, controller.signal);
      waits.delete(id);
    },
    end: (id) => {
      waits.get(id)?.abort();
    },
  };
}
