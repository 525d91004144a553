import { storage } from 'wxt/utils/storage';

/** When a stored item goes: with the key, or never. A test proves that sign-out leaves only the latter. */
export type ErasedAt = 'sign-out' | 'never';

export const ERASURE = new Map<string, ErasedAt>();

function declare<T>(key: `${'local' | 'session'}:${string}`, erasedAt: ErasedAt, fallback: T) {
  ERASURE.set(key, erasedAt);
  return storage.defineItem<T>(key, { fallback, version: 1 });
}

/** Lists the user put people on, newest first, at most 8 ids. */
export const recentListIds = declare<readonly string[]>('local:recentListIds', 'sign-out', []);
export const defaultListId = declare<string | null>('local:defaultListId', 'sign-out', null);
export const defaultSenderId = declare<string | null>('local:defaultSenderId', 'sign-out', null);
/** "Add as I open": opening the popup on a person who is not in GetSales adds at once to the last list. */
export const addAsIOpen = declare<boolean>('local:addAsIOpen', 'sign-out', false);
/** Unsent text per `${contactId}|${senderId}`. */
export const drafts = declare<Readonly<Record<string, string>>>('local:drafts', 'sign-out', {});
/** Last known lists, so that the popup paints with them before the worker answers. */
export const knownLists = declare<readonly { readonly id: string; readonly name: string }[]>('local:knownLists', 'sign-out', []);
/** Name of the workspace for the first paint; the worker's session is the truth. */
export const knownWorkspace = declare<string | null>('local:knownWorkspace', 'sign-out', null);
/** Bumped by the worker whenever the journal, the session or a cache changed; pages watch it and ask again. */
export const revision = declare<number>('session:revision', 'sign-out', 0);
/** Bumped by the popup when it opens, so that an open side panel looks at the tab again (activeTab was granted). */
export const tabGrant = declare<number>('session:tabGrant', 'never', 0);
