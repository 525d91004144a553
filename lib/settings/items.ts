import * as z from 'zod/mini';
import { AccountId, LEGACY_ACCOUNT_ID } from '@/lib/domain/account';
import { declare, migrateFrom } from './declare';

/** How many unsent texts are kept, and how many characters in all; the oldest go first. */
export const DRAFTS_KEPT = 200;
export const DRAFT_CHARACTERS_KEPT = 500_000;

export type DraftTexts = Readonly<Record<string, string>>;

/**
 * The account whose data is in this storage; null before the first account. `closing`: it is about to be erased or handed to another
 * account, so no page may write for this one.
 */
export const storageOwner = declare<{ readonly account: AccountId; readonly closing: boolean } | null>({
  key: 'local:storageOwner',
  schema: z.nullable(z.object({ account: AccountId, closing: z.boolean() })),
  fallback: null,
  erasedAt: 'account-switch',
});

/** Lists that the user put people on, newest first, at most 8 ids. */
export const recentListIds = declare<readonly string[]>({
  key: 'local:recentListIds',
  schema: z.array(z.string()),
  fallback: [],
  erasedAt: 'account-switch',
});

export const defaultListId = declare<string | null>({
  key: 'local:defaultListId',
  schema: z.nullable(z.string()),
  fallback: null,
  erasedAt: 'account-switch',
});

export const defaultSenderId = declare<string | null>({
  key: 'local:defaultSenderId',
  schema: z.nullable(z.string()),
  fallback: null,
  erasedAt: 'account-switch',
});

/** Ends the key of a text that is being sent. Stored on disk. */
export const SENDING_TEXT = '|sendingText';
/** Ends the key of the id of the entry that sends it. Stored on disk. */
export const SENDING_ENTRY = '|sendingEntry';

const accountDrafts = z.nullable(z.object({ account: AccountId, texts: z.record(z.string(), z.string()) }));

/**
 * Unsent texts of one account per `${contactId}|${senderId}` (`${contactId}|` before a sender was chosen), oldest first;
 * only the newest are kept. While a text is being sent, the text and its entry's id have keys of their own (`SENDING_…`).
 */
export const drafts = declare<{ readonly account: AccountId; readonly texts: DraftTexts } | null>({
  key: 'local:drafts',
  migrations: [
    migrateFrom(z.record(z.string(), z.string()), (texts) => ({ account: LEGACY_ACCOUNT_ID, texts })),
    migrateFrom(accountDrafts, (stored) => stored && { ...stored, texts: renameSendingKeys(stored.texts) }),
  ],
  schema: accountDrafts,
  fallback: null,
  erasedAt: 'account-switch',
  bound: (stored) => stored && { ...stored, texts: newestDrafts(stored.texts) },
});

/** For how many seconds a message can be cancelled before it is sent. */
export const cancelPeriodSeconds = declare<number>({
  key: 'local:undoSeconds',
  schema: z.number().check(z.refine((seconds) => seconds >= 0 && seconds <= 30)),
  fallback: 5,
  erasedAt: 'account-switch',
});

/** Last known lists, so that the popup paints with them before the worker answers. */
export const knownLists = declare<readonly { readonly id: string; readonly name: string }[]>({
  key: 'local:knownLists',
  schema: z.array(z.object({ id: z.string(), name: z.string() })),
  fallback: [],
  erasedAt: 'account-switch',
});

/** The newest drafts within both bounds. The very newest one stays whatever its length. */
export function newestDrafts(drafts: DraftTexts): DraftTexts {
  const kept: [string, string][] = [];
  let characters = 0;
  for (const [key, text] of Object.entries(drafts).reverse().slice(0, DRAFTS_KEPT)) {
    characters += text.length;
    if (characters > DRAFT_CHARACTERS_KEPT && kept.length > 0) break;
    kept.push([key, text]);
  }
  return Object.fromEntries(kept.reverse());
}

/** Versions 1 and 2 ended the keys of a text that is being sent in other words. */
function renameSendingKeys(texts: DraftTexts): DraftTexts {
  const renamed = (key: string) => key.replace(/\|aside$/u, SENDING_TEXT).replace(/\|leaving$/u, SENDING_ENTRY);
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [renamed(key), text]));
}
