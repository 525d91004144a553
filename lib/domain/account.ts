import * as z from 'zod/mini';

/**
 * One user in one workspace: the owner of everything that is done with their keys. Opaque; equal ids are the only proof
 * that two keys belong to the same account.
 */
export const AccountId = z.string().check(z.minLength(1), z.maxLength(200)).brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** The owner of records that were written before records named one (version 0.1.0 knew one account at a time). */
export const LEGACY_ACCOUNT_ID = AccountId.parse('legacy');

/** Whose key this is. Everything that may be shown of it; the key itself never leaves the worker. */
export const Account = z.object({
  id: AccountId,
  userName: z.string(),
  email: z.string(),
  /** Null when GetSales did not name the workspace. */
  workspace: z.nullable(z.string()),
  teamId: z.nullable(z.number()),
  /** Last four characters of the key. */
  keyTail: z.string(),
  /** From the key's `exp` claim, ISO; null when it has none. */
  keyExpiresAt: z.nullable(z.string()),
});
export type Account = z.infer<typeof Account>;

/** What GetSales says about a key. The id is null when that does not tell the workspace or the user. */
export type IdentifiedAccount = Omit<Account, 'id'> & { readonly id: AccountId | null };

export type Session =
  | { readonly state: 'disconnected' }
  | { readonly state: 'connected'; readonly account: Account }
  /** GetSales said 401 since: the account is shown, every act asks for a new key. */
  | { readonly state: 'rejected'; readonly account: Account };

/** Everything of an account that has not come to its end, and is lost when its data is erased from this browser. */
export interface PendingCounts {
  /** Adds and moves that GetSales does not have yet. */
  readonly adds: number;
  /** Messages that are queued or being sent. */
  readonly messages: number;
  /** Messages and moves whose outcome is not known. */
  readonly unconfirmed: number;
  readonly undos: number;
  /** Unsent texts. */
  readonly drafts: number;
}

/** What connecting came to. */
export type Connected =
  /** `onWire`: writes of another account that had left when its key was replaced. */
  | { readonly state: 'connected'; readonly account: Account; readonly onWire: readonly WireReport[] }
  /** The key belongs to another account. Nothing has changed; confirming erases what is counted here. */
  | { readonly state: 'confirm'; readonly account: IdentifiedAccount; readonly pending: PendingCounts };

/** A write that had left for GetSales when the key was erased, and what is known of its outcome. */
export interface WireReport {
  readonly what: 'add' | 'undo' | 'message' | 'message-retry' | 'list';
  /** The person, or the name of the list; empty when it is not known. */
  readonly name: string;
  readonly outcome: 'done' | 'unknown';
}

/** What signing out came to. */
export type SignedOut =
  | { readonly state: 'signed-out'; readonly onWire: readonly WireReport[] }
  /** There is more to lose than was agreed to, so nothing was erased. */
  | { readonly state: 'confirm'; readonly pending: PendingCounts };
