import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import type { Outbox, OutboxStore } from '@/lib/outbox/outbox';
import type { SessionService } from './session';

/** Entries of accounts that are not connected: left when a key could not be read, or a switch was interrupted. Never processed. */
export interface OtherAccounts {
  count(): Promise<Result<number>>;
  /** Newest first. */
  list(): Promise<Result<readonly OutboxEntry[]>>;
  erase(): Promise<Result<null>>;
}

export interface OtherAccountsDeps {
  readonly outboxes: OutboxStore;
  readonly session: Pick<SessionService, 'accountId' | 'runExclusive'>;
  readonly changed: () => Promise<void>;
}

export function createOtherAccounts({ outboxes, session, changed }: OtherAccountsDeps): OtherAccounts {
  async function withOthers<T>(run: (outbox: Outbox) => Promise<Result<T>>): Promise<Result<T>> {
    const account = await session.accountId();
    return account.ok ? run(outboxes.of({ owns: (owner) => owner !== account.value })) : account;
  }
  const list = () => withOthers((outbox) => outbox.recent({ contactId: null, limit: Infinity }));

  return {
    list,
    count: async () => {
      const others = await list();
      return others.ok ? ok(others.value.length) : others;
    },
    erase: () =>
      session.runExclusive(async () => {
        const erased = await withOthers((outbox) => outbox.removeAll());
        await changed();
        return erased;
      }),
  };
}
