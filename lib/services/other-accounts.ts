import type { AccountId } from '@/lib/domain/account';
import type { Intent, StateName } from '@/lib/domain/intent';
import { ok, type Result } from '@/lib/domain/result';
import type { Journal, JournalStore } from '@/lib/journal/journal';

/** Records of accounts that are not connected: kept when a key could no longer be read, or a switch was interrupted. */
export interface OtherAccounts {
  /** Newest first. Nothing of them is ever carried out. */
  list(): Promise<Result<readonly Intent[]>>;
  erase(): Promise<Result<null>>;
}

export interface OtherAccountsDeps {
  readonly journals: JournalStore;
  /** Null when none is connected. */
  readonly connected: () => Promise<AccountId | null>;
  readonly changed: () => Promise<void>;
}

const EVERY: Readonly<Record<StateName, true>> = {
  queued: true,
  waiting: true,
  dispatching: true,
  unknown: true,
  undoing: true,
  done: true,
  undone: true,
  replaced: true,
  refused: true,
  sent: true,
  cancelled: true,
};

export function createOtherAccounts({ journals, connected, changed }: OtherAccountsDeps): OtherAccounts {
  async function others(): Promise<Journal> {
    const account = await connected();
    return journals.of({ owns: (owner) => owner !== account });
  }

  return {
    list: async () => (await others()).recent({ contactId: null, limit: Infinity }),
    async erase() {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- Object.keys of a closed literal
      const removed = await (await others()).remove(Object.keys(EVERY) as StateName[], () => true);
      await changed();
      return removed.ok ? ok(null) : removed;
    },
  };
}
