import type { EntryId } from '@/lib/domain/ids';

/** The times in which new messages can still be cancelled. */
export interface CancelPeriods {
  /** When a message that is written now is sent, ms. */
  sendAt(): Promise<number>;
  /** Waits until a message can be sent, or until it is cancelled; never longer than one period. */
  wait(id: EntryId, untilMs: number): Promise<void>;
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
    async wait(id, untilMs) {
      const ms = untilMs - now();
      if (!(ms > 0)) return;
      const controller = new AbortController();
      waits.set(id, controller);
      await sleep(Math.min(ms, await cancelPeriodMs()), controller.signal);
      waits.delete(id);
    },
    end: (id) => {
      waits.get(id)?.abort();
    },
  };
}
