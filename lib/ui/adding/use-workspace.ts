import { useCallback, useMemo, useState } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import type { ContactList, CustomField } from '@/lib/domain/contact';
import { ListId } from '@/lib/domain/ids';
import { defaultListId, knownLists, recentListIds } from '@/lib/settings/items';
import { useSetting } from '@/lib/ui/worker/use-setting';
import { useWorkerMutation, useWorkerQuery } from '@/lib/ui/worker/worker-query';

export interface Lists {
  readonly lists: readonly ContactList[];
  /** Ids of the lists used lately, newest first. */
  readonly recentIds: readonly string[];
  /** The default list from the options page. */
  readonly defaultId: string | null;
  /** `asking`: nothing to show yet. `remembered`: stored lists, until the worker answers. */
  readonly state: 'asking' | 'remembered' | 'answered';
  /** Why the lists could not be loaded; stored ones stay usable. */
  readonly error: AppError | null;
  readonly retry: () => void;
  /** Null when `lists` has all. */
  readonly others: OtherLists | null;
  readonly creating: boolean;
  readonly createError: AppError | null;
  /** Creates a list in GetSales and passes it to `onCreated`. */
  readonly create: (name: string, onCreated: (list: ContactList) => void) => void;
}

/** Lists beyond the 10,000 that can be loaded. What a search finds is added to `lists`. */
export interface OtherLists {
  readonly search: (text: string) => void;
  readonly searching: boolean;
  /** The text of the last search that was answered. */
  readonly searched: string | null;
  readonly error: AppError | null;
}

/** The workspace's lists: the stored ones at once, then the worker's answer. */
export function useLists(): Lists {
  const remembered = useSetting(knownLists);
  const recent = useSetting(recentListIds);
  const fallback = useSetting(defaultListId);
  const query = useWorkerQuery('lists.get', { fresh: false });
  const creation = useWorkerMutation('lists.create');
  const { mutate: search, ...searchResult } = useWorkerMutation('lists.find');
  const [added, setAdded] = useState<readonly ContactList[]>([]);
  const add = useCallback((more: readonly ContactList[]) => {
    setAdded((before) => [...before, ...more]);
  }, []);
  const find = useCallback(
    (text: string) => {
      search({ text }, { onSuccess: add });
    },
    [search, add],
  );

  const answered = query.data?.value.lists;
  const lists = useMemo(
    () => withAdded(answered ?? remembered.value.flatMap(rememberedList), added),
    [answered, remembered.value, added],
  );
  const loaded = remembered.loaded && recent.loaded && fallback.loaded;
  return {
    lists,
    recentIds: recent.value,
    defaultId: fallback.value,
    state: !loaded || (lists.length === 0 && query.isPending) ? 'asking' : answered ? 'answered' : 'remembered',
    error: query.error,
    retry: () => void query.refetch(),
    others:
      query.data?.value.more === true
        ? {
            search: find,
            searching: searchResult.isPending,
            searched: searchResult.isSuccess ? searchResult.variables.text : null,
            error: searchResult.error,
          }
        : null,
    creating: creation.isPending,
    createError: creation.error,
    create: (name, onCreated) => {
      creation.mutate(
        { name },
        {
          onSuccess: (list) => {
            add([list]);
            onCreated(list);
          },
        },
      );
    },
  };
}

function rememberedList(stored: { readonly id: string; readonly name: string }): readonly ContactList[] {
  const id = ListId.safeParse(stored.id);
  return id.success ? [{ id: id.data, name: stored.name }] : [];
}

/** A list created just now may be missing from an answer under way. */
function withAdded(lists: readonly ContactList[], added: readonly ContactList[]): readonly ContactList[] {
  return added.length === 0 ? lists : [...new Map([...added, ...lists].map((list) => [list.id, list])).values()];
}

/** The workspace's custom fields. A failed request never means that there are none. */
export type CustomFields =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError; readonly retrying: boolean; readonly retry: () => void }
  | { readonly state: 'known'; readonly fields: readonly CustomField[] };

/** Loads the custom fields once they are needed. Loaded fields stay when a later request fails. */
export function useCustomFields(isNeeded: boolean): CustomFields {
  const query = useWorkerQuery('customFields.get', isNeeded ? { fresh: false } : null);
  if (query.data !== undefined) return { state: 'known', fields: query.data.value };
  if (query.error === null) return { state: 'loading' };
  return { state: 'failed', error: query.error, retrying: query.isFetching, retry: () => void query.refetch() };
}
