import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo } from 'react';
import type { AppError } from '@/lib/domain/app-error';
import type { ConversationPage, Message } from '@/lib/domain/conversation';
import type { ContactId, SenderId } from '@/lib/domain/ids';
import { queryMeta, unwrap, useAccountId, useWorkerCall } from '@/lib/ui/worker/worker-query';
import { leavesGap, mergeMessages, NO_OVERLAY, type Overlay, withMessage, withNewest } from './thread-pages';

export interface Thread {
  /** Oldest first. Null until the first page has arrived. */
  readonly messages: readonly Message[] | null;
  /** When GetSales last listed the newest messages, ISO. */
  readonly asOf: string | null;
  /** Why the newest messages could not be loaded; the loaded ones are still shown. */
  readonly error: AppError | null;
  readonly refreshing: boolean;
  readonly refresh: () => void;
  readonly older: {
    readonly state: 'idle' | 'loading' | 'failed' | 'none';
    readonly error: AppError | null;
    readonly load: () => void;
  };
}

const overlayKey = (contactId: ContactId) => ['thread.overlay', contactId] as const;

/** A conversation, of all senders or of one: the newest page first, older pages on request. */
export function useThread(contactId: ContactId, senderId: SenderId | null): Thread {
  const client = useQueryClient();
  const account = useAccountId();
  const call = useWorkerCall();
  const pagesKey = ['thread.pages', contactId, senderId] as const;
  const overlay = useOverlay(contactId);
  const ask = async (offset: number, fresh: boolean, signal?: AbortSignal): Promise<ConversationPage> =>
    unwrap(await call('conversation.page', { contactId, senderId, offset, fresh }, signal));

  const paged = useInfiniteQuery({
    queryKey: pagesKey,
    meta: queryMeta('conversation.page', account),
    queryFn: ({ pageParam, signal }) => ask(pageParam, false, signal),
    initialPageParam: 0,
    getNextPageParam: (last: ConversationPage) => last.nextOffset,
  });
  const pages = paged.data?.pages;
  const messages = useMemo(
    () => (pages === undefined ? null : mergeMessages(pages, overlay, senderId)),
    [pages, overlay, senderId],
  );

  const newest = useMutation<ConversationPage>({
    mutationFn: () => ask(0, true),
    onSuccess: async (page) => {
      if (leavesGap(messages ?? [], page)) {
        await client.cancelQueries({ queryKey: pagesKey });
        client.setQueryData(pagesKey, { pages: [page], pageParams: [0] });
        client.setQueryData<Overlay>(overlayKey(contactId), { messages: [], asOf: page.asOf });
      } else {
        changeOverlay(client, contactId, (before) => withNewest(before, page));
      }
    },
  });
  const { mutate, isPending } = newest;
  const { refetch } = paged;
  const hasPages = pages !== undefined;
  const firstFailed = !hasPages && paged.error !== null;

  return {
    messages,
    asOf: overlay.asOf ?? pages?.[0]?.asOf ?? null,
    error: firstFailed ? paged.error : newest.error,
    refreshing: isPending || (!hasPages && paged.isFetching),
    refresh: useCallback(() => {
      if (hasPages) mutate();
      else void refetch();
    }, [hasPages, mutate, refetch]),
    older: {
      state: paged.isFetchingNextPage
        ? 'loading'
        : paged.isFetchNextPageError
          ? 'failed'
          : hasPages && !paged.hasNextPage
            ? 'none'
            : 'idle',
      error: paged.isFetchNextPageError ? paged.error : null,
      load: () => {
        // Joins a request under way instead of restarting it.
        void paged.fetchNextPage({ cancelRefetch: false });
      },
    },
  };
}

/** Returns a function that adds or updates a message in every cached thread of its contact. */
export function useUpdateCachedMessage(): (message: Message) => void {
  const client = useQueryClient();
  return useCallback(
    (message) => {
      if (message.contactId === null) return;
      changeOverlay(client, message.contactId, (before) => withMessage(before, message));
    },
    [client],
  );
}

function useOverlay(contactId: ContactId): Overlay {
  return useQuery<Overlay>({
    queryKey: overlayKey(contactId),
    meta: queryMeta('conversation.page', useAccountId()),
    queryFn: () => NO_OVERLAY,
    enabled: false,
    initialData: NO_OVERLAY,
  }).data;
}

function changeOverlay(client: QueryClient, contactId: ContactId, change: (before: Overlay) => Overlay): void {
  client.setQueryData<Overlay>(overlayKey(contactId), (before) => change(before ?? NO_OVERLAY));
}

/** Messages older than this are loaded again when the user looks (docs/getsales-api.md#client-rules: messages 15 s). */
const FRESH_FOR_MS = 15_000;

/**
 * Refreshes when the thread opens or comes back into view with old messages, and when the network is back.
 *
 * @param asOf ISO time of the shown messages; null while there are none
 */
export function useKeepFresh(asOf: string | null, refresh: () => void): void {
  const refreshIfOld = useEffectEvent(() => {
    const isOld = asOf !== null && Date.now() - Date.parse(asOf) > FRESH_FOR_MS;
    if (isOld && document.visibilityState === 'visible') refresh();
  });
  const refreshNow = useEffectEvent(refresh);
  useEffect(() => {
    const onOnline = (): void => {
      refreshNow();
    };
    const onVisible = (): void => {
      refreshIfOld();
    };
    refreshIfOld();
    window.addEventListener('online', onOnline);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      window.removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, []);
}
