import * as z from 'zod/mini';
import { Account, AccountId, LEGACY_ACCOUNT_ID } from '@/lib/domain/account';
import { WorkspaceLists, CustomField } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { SenderId } from '@/lib/domain/ids';
import { declare } from './declare';

/** An answer of GetSales to one account, with the time (ISO) at which it was given. */
export interface Remembered<T> {
  readonly account: AccountId;
  readonly value: T;
  readonly asOf: string;
}

const remembered = <T>(value: z.ZodMiniType<T>): z.ZodMiniType<Remembered<T> | null> =>
  z.nullable(z.object({ account: AccountId, value, asOf: z.string() }));

/** Whose key is in the vault, where version 0.1.0 kept it. Moves into the vault at the first start of a later version. */
export const legacyAccount = declare<Account | null>({
  key: 'local:account',
  schema: z.nullable(z.object({ ...Account.shape, id: z.catch(AccountId, LEGACY_ACCOUNT_ID) })),
  fallback: null,
  erasedAt: 'account-switch',
});

/** GetSales answered 401 since the key was stored; no request is made until there is a new one. */
export const keyRejected = declare<boolean>({
  key: 'local:keyRejected',
  schema: z.boolean(),
  fallback: false,
  erasedAt: 'account-switch',
});

/** Since when (ISO) there is an outbox on disk; null before the first one. */
export const outboxSince = declare<string | null>({
  key: 'local:outboxSince',
  schema: z.nullable(z.string()),
  fallback: null,
  erasedAt: 'account-switch',
});

/** When (ISO) it turned out that the browser had deleted the outbox; null when it never did. */
export const outboxLostAt = declare<string | null>({
  key: 'local:outboxLostAt',
  schema: z.nullable(z.string()),
  fallback: null,
  erasedAt: 'account-switch',
});

export const cachedLists = declare<Remembered<WorkspaceLists> | null>({
  key: 'session:cachedLists',
  schema: remembered(WorkspaceLists),
  fallback: null,
  erasedAt: 'account-switch',
});

export const cachedSenders = declare<Remembered<readonly Sender[]> | null>({
  key: 'session:cachedSenders',
  schema: remembered(
    z.array(z.object({ id: SenderId, name: z.string(), enabled: z.boolean(), canWrite: z.boolean() })),
  ),
  fallback: null,
  erasedAt: 'account-switch',
});

export const cachedStages = declare<Remembered<Readonly<Record<string, string>>> | null>({
  key: 'session:cachedStages',
  schema: remembered(z.record(z.string(), z.string())),
  fallback: null,
  erasedAt: 'account-switch',
});

export const cachedCustomFields = declare<Remembered<readonly CustomField[]> | null>({
  key: 'session:cachedCustomFields',
  schema: remembered(z.array(CustomField)),
  fallback: null,
  erasedAt: 'account-switch',
});

/** This browser was seen to share connections that should be separate, so nothing is sent that must be sent only once. */
export const connectionsShared = declare<boolean>({
  key: 'session:connectionsShared',
  schema: z.boolean(),
  fallback: false,
  erasedAt: 'account-switch',
});
