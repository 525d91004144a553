import * as z from 'zod/mini';
import type { Account } from '@/lib/domain/account';
import { ContactList, CustomField } from '@/lib/domain/contact';
import type { Sender } from '@/lib/domain/conversation';
import { SenderId } from '@/lib/domain/ids';
import { declare } from './declare';

/** An answer of GetSales with the time (ISO) at which it was given. */
export interface Remembered<T> {
  readonly value: T;
  readonly asOf: string;
}

const remembered = <T>(value: z.ZodMiniType<T>): z.ZodMiniType<Remembered<T> | null> =>
  z.nullable(z.object({ value, asOf: z.string() }));

/** Whose key is in the vault. Never the key. */
export const account = declare<Account | null>({
  key: 'local:account',
  erasedAt: 'sign-out',
  schema: z.nullable(
    z.object({
      userName: z.string(),
      email: z.string(),
      workspace: z.nullable(z.string()),
      teamId: z.nullable(z.number()),
      keyTail: z.string(),
      keyExpiresAt: z.nullable(z.string()),
    }),
  ),
  fallback: null,
});

/** GetSales answered 401 since the key was stored; nothing is asked any more until there is a new one. */
export const keyRejected = declare<boolean>({
  key: 'local:keyRejected',
  erasedAt: 'sign-out',
  schema: z.boolean(),
  fallback: false,
});

/** Since when (ISO) there is a journal on disk; null before the first one. */
export const journalSince = declare<string | null>({
  key: 'local:journalSince',
  erasedAt: 'sign-out',
  schema: z.nullable(z.string()),
  fallback: null,
});

/** When (ISO) it turned out that the browser had deleted the journal; null when it never did. */
export const journalLostAt = declare<string | null>({
  key: 'local:journalLostAt',
  erasedAt: 'sign-out',
  schema: z.nullable(z.string()),
  fallback: null,
});

export const cachedLists = declare<Remembered<readonly ContactList[]> | null>({
  key: 'session:cachedLists',
  erasedAt: 'sign-out',
  schema: remembered(z.array(ContactList)),
  fallback: null,
});

export const cachedSenders = declare<Remembered<readonly Sender[]> | null>({
  key: 'session:cachedSenders',
  erasedAt: 'sign-out',
  schema: remembered(
    z.array(z.object({ id: SenderId, name: z.string(), enabled: z.boolean(), canWrite: z.boolean() })),
  ),
  fallback: null,
});

export const cachedStages = declare<Remembered<readonly (readonly [string, string])[]> | null>({
  key: 'session:cachedStages',
  erasedAt: 'sign-out',
  schema: remembered(z.array(z.tuple([z.string(), z.string()]))),
  fallback: null,
});

export const cachedCustomFields = declare<Remembered<readonly CustomField[]> | null>({
  key: 'session:cachedCustomFields',
  erasedAt: 'sign-out',
  schema: remembered(z.array(CustomField)),
  fallback: null,
});

/** This browser was seen to share connections that should have been separate; nothing leaves that may leave only once. */
export const connectionsShared = declare<boolean>({
  key: 'session:connectionsShared',
  erasedAt: 'sign-out',
  schema: z.boolean(),
  fallback: false,
});

/** What only the worker keeps. */
export const workerItems = [
  account,
  keyRejected,
  journalSince,
  journalLostAt,
  cachedLists,
  cachedSenders,
  cachedStages,
  cachedCustomFields,
  connectionsShared,
] as const;
