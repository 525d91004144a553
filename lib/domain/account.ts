/** Whose key this is. Everything that may be shown of it; the key itself never leaves the worker. */
export interface Account {
  readonly userName: string;
  readonly email: string;
  /** Null when GetSales did not name the workspace. */
  readonly workspace: string | null;
  readonly teamId: number | null;
  /** Last four characters of the key. */
  readonly keyTail: string;
  /** From the key's `exp` claim, ISO; null when it has none. */
  readonly keyExpiresAt: string | null;
}

export type Session =
  | { readonly state: 'disconnected' }
  | { readonly state: 'connected'; readonly account: Account }
  /** GetSales said 401 since: the account is shown, every act asks for a new key. */
  | { readonly state: 'rejected'; readonly account: Account };
