import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import type { Outbox, OutboxStore } from '@/lib/outbox/outbox';
import type { SessionService } from './session';

/** Records of accounts that are not connected: kept when a key could no longer be read, or a switch was interrupted. */
export interface OtherAccounts {
  count(): Promise<Result<number>>;
  /** Newest first. Nothing of them is ever carried out. */
  list(): Promise<Result<readonly OutboxEntry[]>>;
  erase(): Promise<Result<null>>;
}

export interface OtherAccountsDeps {
  readonly outboxes: OutboxStore;
  readonly session: Pick<SessionService, 'accountId' | 'alone'>;
  readonly changed: () => Promise<void>;
}

export function createOtherAccounts({ outboxes, session, changed }: OtherAccountsDeps): OtherAccounts {
  async function withOthers<T>(act: (outbox: Outbox) => Promise<Result<T>>): Promise<Result<T>> {
    const account = await session.accountId();
    return account.ok ? act(outboxes.of({ owns: (owner) => owner !== account.value })) : account;
  }
  const list = () => withOthers((outbox) => outbox.recent({ contactId: null, limit: Infinity }));

  return {
    list,
    count: async () => {
      const others = await list();
      return others.ok ? ok(others.value.length) : others;
    },
    erase: () =>
      session.alone(async () => {
        const erased = await withOthers((outbox) => outbox.removeAll());
        await changed();
        return erased;
      }),
  };
}
