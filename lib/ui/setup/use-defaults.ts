import type { UseQueryResult } from '@tanstack/react-query';
import type { AppError } from '@/lib/domain/app-error';
import type { Sender } from '@/lib/domain/conversation';
import type { AsOf } from '@/lib/messaging/protocol';
import {
  addAsIOpen,
  defaultListId,
  defaultSenderId,
  knownLists,
  recentListIds,
  undoSeconds,
} from '@/lib/settings/items';
import { useAsk } from '@/lib/ui/worker/worker-query';
import { useSetting, type Setting } from '@/lib/ui/worker/use-setting';

/** Something of the workspace to choose from. */
export interface Choices<T> {
  /** Null until anything is known, now or from the last time. */
  readonly items: readonly T[] | null;
  /** False while `items` are remembered from the last time. */
  readonly answered: boolean;
  readonly error: AppError | null;
  readonly asking: boolean;
  readonly retry: () => void;
}

export interface Defaults {
  readonly lists: Choices<{ readonly id: string; readonly name: string }>;
  readonly senders: Choices<Sender>;
  readonly listId: Setting<string | null>;
  readonly senderId: Setting<string | null>;
  readonly addAsIOpen: Setting<boolean>;
  /** For how long a message can be taken back. */
  readonly undoSeconds: Setting<number>;
  /** A list was chosen here or has been used: the popup has something to preselect. */
  readonly listKnown: boolean;
}

/** What the popup and the panel begin with. Asks the worker only while `connected`. */
export function useDefaults(connected: boolean): Defaults {
  const ask = connected ? { fresh: false } : null;
  const lists = useAsk('lists.get', ask);
  const senders = useAsk('senders.get', ask);
  const remembered = useSetting(knownLists);
  const recent = useSetting(recentListIds);
  const listId = useSetting(defaultListId);
  const senderId = useSetting(defaultSenderId);
  return {
    lists: choices(lists, remembered.value),
    senders: choices(senders, []),
    listId,
    senderId,
    addAsIOpen: useSetting(addAsIOpen),
    undoSeconds: useSetting(undoSeconds),
    listKnown: listId.value !== null || recent.value.length > 0,
  };
}

function choices<T>(query: UseQueryResult<AsOf<readonly T[]>>, remembered: readonly T[]): Choices<T> {
  const answered = query.data?.value;
  return {
    items: answered ?? (remembered.length > 0 ? remembered : null),
    answered: answered !== undefined,
    error: query.error,
    asking: query.isFetching,
    retry: () => void query.refetch(),
  };
}
