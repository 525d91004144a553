import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AccountId } from '@/lib/domain/account';
import { drafts, storageOwner } from '@/lib/settings/items';
import { accountDrafts } from './account-drafts';
import { useAccountId } from '@/lib/ui/worker/worker-query';
import { createDraftStore, type DraftItem, type DraftStore } from './draft-store';

/** How long after the last key press the draft is written. */
const FLUSH_AFTER_MS = 200;

export interface UnsentDrafts {
  readonly store: DraftStore;
  /** Every draft by its key; null until the stored drafts have been read. */
  readonly all: Readonly<Record<string, string>> | null;
  /** The browser could not write the drafts. */
  readonly unsaved: boolean;
}

/** Used until the account is known: shows and writes nothing. */
const NO_DRAFTS: DraftItem = {
  getValue: () => new Promise(() => undefined),
  setValue: () => Promise.resolve(),
  watch: () => () => undefined,
};

/** The drafts of the page. The last key presses are written even if the page closes at once. */
export function useDrafts(): UnsentDrafts {
  const account = useAccountId();
  const store = useMemo(() => openDraftStore(account), [account]);
  useEffect(() => store.start(), [store]);
  useEffect(() => {
    window.addEventListener('pagehide', store.flushNow);
    document.addEventListener('visibilitychange', store.flushNow);
    return () => {
      window.removeEventListener('pagehide', store.flushNow);
      document.removeEventListener('visibilitychange', store.flushNow);
    };
  }, [store]);
  return {
    store,
    all: useSyncExternalStore(store.subscribe, store.snapshot),
    unsaved: useSyncExternalStore(store.subscribe, store.isUnsaved),
  };
}

function openDraftStore(account: AccountId | null): DraftStore {
  let timer: ReturnType<typeof setTimeout>;
  return createDraftStore({
    item: account === null ? NO_DRAFTS : accountDrafts(account, { drafts, storageOwner }),
    exclusively: (task) => navigator.locks.request('drafts', task),
    soon: (task) => {
      clearTimeout(timer);
      timer = setTimeout(task, FLUSH_AFTER_MS);
    },
  });
}
