import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AccountId } from '@/lib/domain/account';
import { drafts, storageOwner } from '@/lib/settings/items';
import { accountDrafts } from './account-drafts';
import { useAccountId } from '@/lib/ui/worker/worker-query';
import { createDraftStore, type DraftItem, type DraftStore } from './draft-store';

/** Quiet time after a key press before the draft goes to disk. */
const FLUSH_AFTER_MS = 200;

export interface DraftShelf {
  readonly store: DraftStore;
  /** Every draft by its key; null until the disk has been read. */
  readonly all: Readonly<Record<string, string>> | null;
  /** The browser refuses to write drafts to its disk. */
  readonly unsaved: boolean;
}

/** Until it is known whose page this is: nothing to show, and nothing to write. */
const NO_DRAFTS: DraftItem = {
  getValue: () => new Promise(() => undefined),
  setValue: () => Promise.resolve(),
  watch: () => () => undefined,
};

/** The page's one shelf of drafts. What was typed last is written even when the page goes away in the same moment. */
export function useDrafts(): DraftShelf {
  const account = useAccountId();
  const store = useMemo(() => openShelf(account), [account]);
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

function openShelf(account: AccountId | null): DraftStore {
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
