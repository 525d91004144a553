import * as z from 'zod/mini';
import { filledText } from './lengths';

/**
 * One user in one workspace: the owner of everything done with their keys. Opaque; only equal ids prove that two keys
 * belong to the same account.
 */
export const AccountId = filledText(200).brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** The owner of records of version 0.1.0, which knew one account at a time and stored no owner. */
export const LEGACY_ACCOUNT_ID = AccountId.parse('legacy');

/** The account of a key, with everything that may be shown of the key; the key itself stays in the worker. */
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

/** What GetSales says about a key. The id is null when GetSales names no workspace or no user. */
export type IdentifiedAccount = Omit<Account, 'id'> & { readonly id: AccountId | null };

export type Session =
  | { readonly state: 'disconnected' }
  | { readonly state: 'connected'; readonly account: Account }
  /** GetSales answered 401: the account is still shown, and every action asks for a new key. */
  | { readonly state: 'rejected'; readonly account: Account };

/** The unfinished work of an account, which is lost when its data is erased from this browser. */
export interface PendingCounts {
  /** Adds and moves that GetSales has not confirmed. */
  readonly adds: number;
  /** Messages that are queued or being sent. */
  readonly messages: number;
  /** Messages and moves whose outcome is not known. */
  readonly unconfirmed: number;
  readonly undos: number;
  /** Unsent texts. */
  readonly drafts: number;
}

/** The outcome of connecting. */
export type Connected =
  /** `inFlight`: writes of the former account that were already sent when its key was replaced. */
  | { readonly state: 'connected'; readonly account: Account; readonly inFlight: readonly InFlightReport[] }
  /** The key belongs to another account. Nothing has changed; confirming erases what is counted here. */
  | { readonly state: 'confirm'; readonly account: IdentifiedAccount; readonly pending: PendingCounts };

/** A write that was already sent to GetSales when the key was erased, and its outcome as far as it is known. */
export interface InFlightReport {
  readonly what: 'add' | 'undo' | 'message' | 'message-retry' | 'list';
  /** The person, or the name of the list; empty when it is not known. */
  readonly name: string;
  readonly outcome: 'done' | 'unknown';
}

/** The outcome of signing out. */
export type SignedOut =
  | { readonly state: 'signed-out'; readonly inFlight: readonly InFlightReport[] }
  /** More is pending than was confirmed, so nothing was erased. */
  | { readonly state: 'confirm'; readonly pending: PendingCounts };
