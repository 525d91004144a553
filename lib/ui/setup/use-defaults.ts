import type { UseQueryResult } from '@tanstack/react-query';
import type { AppError } from '@/lib/domain/app-error';
import type { Sender } from '@/lib/domain/conversation';
import { defaultListId, defaultSenderId, knownLists, recentListIds, cancelPeriodSeconds } from '@/lib/settings/items';
import { toggles, type ToggleName } from '@/lib/settings/toggles';
import { useWorkerQuery } from '@/lib/ui/worker/worker-query';
import { useSetting, type Setting } from '@/lib/ui/worker/use-setting';

// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- Object.keys of a closed literal
const TOGGLE_NAMES = Object.keys(toggles) as ToggleName[];

/** Items of the workspace to choose from. */
export interface Choices<T> {
  /** Null until loaded or remembered items are known. */
  readonly items: readonly T[] | null;
  /** False while `items` are remembered from an earlier session. */
  readonly answered: boolean;
  /** Whether the workspace has others, which paging cannot reach. */
  readonly more: boolean;
  readonly error: AppError | null;
  readonly asking: boolean;
  readonly retry: () => void;
}

export interface Defaults {
  readonly lists: Choices<{ readonly id: string; readonly name: string }>;
  readonly senders: Choices<Sender>;
  readonly listId: Setting<string | null>;
  readonly senderId: Setting<string | null>;
  /** Every switch of lib/settings/toggles.ts, in its order. */
  readonly toggles: readonly { readonly name: ToggleName; readonly setting: Setting<boolean> }[];
  /** How long a message can be cancelled. */
  readonly cancelPeriodSeconds: Setting<number>;
  /** A list was chosen or used before, so the popup can preselect one. */
  readonly listKnown: boolean;
}

/** The defaults of popup and panel. Asks the worker only while `connected`. */
export function useDefaults(connected: boolean): Defaults {
  const ask = connected ? { fresh: false } : null;
  const lists = useWorkerQuery('lists.get', ask);
  const senders = useWorkerQuery('senders.get', ask);
  const remembered = useSetting(knownLists);
  const recent = useSetting(recentListIds);
  const listId = useSetting(defaultListId);
  const senderId = useSetting(defaultSenderId);
  return {
    lists: choices(lists, lists.data?.value.lists, remembered.value, lists.data?.value.more),
    senders: choices(senders, senders.data?.value, []),
    listId,
    senderId,
    // eslint-disable-next-line react-hooks/rules-of-hooks -- the table is constant, so the order of the hooks is too
    toggles: TOGGLE_NAMES.map((name) => ({ name, setting: useSetting(toggles[name]) })),
    cancelPeriodSeconds: useSetting(cancelPeriodSeconds),
    listKnown: listId.value !== null || recent.value.length > 0,
  };
}

function choices<T>(
  query: UseQueryResult,
  answered: readonly T[] | undefined,
  remembered: readonly T[],
  more = false,
): Choices<T> {
  return {
    items: answered ?? (remembered.length > 0 ? remembered : null),
    answered: answered !== undefined,
    more,
    error: query.error,
    asking: query.isFetching,
    retry: () => void query.refetch(),
  };
}
