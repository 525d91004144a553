import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActivityFilter, ActivityPage } from '@/lib/domain/activity';
import type { AppError } from '@/lib/domain/app-error';
import type { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { queryMeta, unwrap, useAccountId, useWorkerCall } from '@/lib/ui/worker/worker-query';

const FIRST_PAGE: ActivityPage['next'] = null;
const PAGE = 25;
/** Pages of an export are larger, since they are not displayed. */
const EXPORT_PAGE = 200;

export interface Activity {
  /** Newest first; null until the first page has arrived. */
  readonly entries: readonly OutboxEntry[] | null;
  readonly damaged: number;
  readonly lostAt: string | null;
  readonly error: AppError | null;
  readonly refetch: () => void;
  readonly older: { readonly has: boolean; readonly loading: boolean; readonly load: () => void };
  readonly retry: (id: EntryId) => Promise<Result<unknown>>;
  /** Checks whether an unconfirmed message arrived after all. Never sends. */
  readonly check: (id: EntryId) => Promise<Result<unknown>>;
  readonly remove: (id: EntryId) => Promise<Result<null>>;
  readonly erase: () => Promise<Result<null>>;
  /** All entries that pass the filter, loaded page by page. */
  readonly all: () => Promise<Result<readonly OutboxEntry[]>>;
}

/** The outbox entries of this browser, reloaded whenever they change. */
export function useActivity(show: ActivityFilter): Activity {
  const account = useAccountId();
  const call = useWorkerCall();
  const ask = (after: ActivityPage['next'], limit: number) => call('activity.page', { show, after, limit });
  const paged = useInfiniteQuery({
    queryKey: ['activity.page', account, show],
    meta: queryMeta('activity.page', account),
    enabled: account !== null,
    queryFn: async ({ pageParam }) => unwrap(await ask(pageParam, PAGE)),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (last: ActivityPage) => last.next,
  });
  const pages = paged.data?.pages;
  return {
    entries: pages?.flatMap(({ entries }) => entries) ?? null,
    damaged: pages?.reduce((sum, { damaged }) => sum + damaged, 0) ?? 0,
    lostAt: pages?.at(0)?.lostAt ?? null,
    error: paged.error,
    refetch: () => void paged.refetch(),
    older: {
      has: paged.hasNextPage,
      loading: paged.isFetchingNextPage,
      load: () => void paged.fetchNextPage(),
    },
    retry: (entryId) => call('activity.retry', { entryId }),
    check: (entryId) => call('message.reconcile', { entryId }),
    remove: (entryId) => call('activity.remove', { entryId }),
    erase: () => call('activity.erase', {}),
    async all() {
      const found: OutboxEntry[] = [];
      for (let after: ActivityPage['next'] = null; ;) {
        const page: Result<ActivityPage> = await ask(after, EXPORT_PAGE);
        if (!page.ok) return err(page.error);
        found.push(...page.value.entries);
        after = page.value.next;
        if (after === null) return ok(found);
      }
    },
  };
}

/** Runs one action at a time per entry; `error` is why the last one failed. */
export function useEntryAction() {
  const [progress, setProgress] = useState<{ readonly busy: boolean; readonly error: AppError | null }>({
    busy: false,
    error: null,
  });
  const run = async (action: () => Promise<Result<unknown>>): Promise<boolean> => {
    setProgress({ busy: true, error: null });
    const done = await action();
    setProgress({ busy: false, error: done.ok ? null : done.error });
    return done.ok;
  };
  return { ...progress, run };
}
