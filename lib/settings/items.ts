import * as z from 'zod/mini';
import { AccountId } from '@/lib/domain/account';
import { declare } from './declare';
import { newestDrafts, type DraftTexts } from './newest-drafts';

/**
 * Whose data lies in this storage; null before the first account. `closing`: it is about to be erased or handed to another
 * account, so no page may write for this one.
 */
export const storageOwner = declare<{ readonly account: AccountId; readonly closing: boolean } | null>({
  key: 'local:storageOwner',
  schema: z.nullable(z.object({ account: AccountId, closing: z.boolean() })),
  fallback: null,
});

/** Lists that the user put people on, newest first, at most 8 ids. */
export const recentListIds = declare<readonly string[]>({
  key: 'local:recentListIds',
  schema: z.array(z.string()),
  fallback: [],
});

export const defaultListId = declare<string | null>({
  key: 'local:defaultListId',
  schema: z.nullable(z.string()),
  fallback: null,
});

export const defaultSenderId = declare<string | null>({
  key: 'local:defaultSenderId',
  schema: z.nullable(z.string()),
  fallback: null,
});

/** "Add as I open": opening the popup on a person who is not in GetSales adds at once to the last list. */
export const addAsIOpen = declare<boolean>({
  key: 'local:addAsIOpen',
  schema: z.boolean(),
  fallback: false,
});

/**
 * Unsent texts of one account per `${contactId}|${senderId}` (`${contactId}|` before a sender was chosen), oldest first;
 * only the newest are kept. While a text is being sent it lies aside: with `|aside` behind the key the text, with
 * `|leaving` the entry. Keys are made in lib/ui/drafts/draft-store.ts.
 */
export const drafts = declare<{ readonly account: AccountId; readonly texts: DraftTexts } | null>({
  key: 'local:drafts',
  schema: z.nullable(z.object({ account: AccountId, texts: z.record(z.string(), z.string()) })),
  fallback: null,
  bound: (stored) => stored && { ...stored, texts: newestDrafts(stored.texts) },
});

/** For how many seconds a message can be taken back before it leaves. */
export const undoSeconds = declare<number>({
  key: 'local:undoSeconds',
  schema: z.number().check(z.minimum(0), z.maximum(30)),
  fallback: 5,
});

/** Last known lists, so that the popup paints with them before the worker answers. */
export const knownLists = declare<readonly { readonly id: string; readonly name: string }[]>({
  key: 'local:knownLists',
  schema: z.array(z.object({ id: z.string(), name: z.string() })),
  fallback: [],
});
