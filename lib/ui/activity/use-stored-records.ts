import type { AppError } from '@/lib/domain/app-error';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import { drafts } from '@/lib/settings/items';
import { useAccountId, useWorkerMutation, useWorkerQuery, useWorkerCall } from '@/lib/ui/worker/worker-query';
import { useActivity } from './use-activity';

interface StoredRecords {
  /** Newest first, of every account. */
  readonly entries: readonly OutboxEntry[];
  readonly drafts: Readonly<Record<string, string>>;
}

/** Reads everything that erasing would lose: entries of this and other accounts, and unsent texts. */
export function useStoredRecords(): () => Promise<Result<StoredRecords>> {
  const account = useAccountId();
  const call = useWorkerCall();
  const { all } = useActivity('all');
  return async () => {
    const mine = account === null ? ok([]) : await all();
    if (!mine.ok) return mine;
    const others = await call('others.list', {});
    if (!others.ok) return others;
    const stored = await drafts.getValue().catch(() => null);
    return ok({ entries: [...mine.value, ...others.value], drafts: stored?.texts ?? {} });
  };
}

export interface OtherAccounts {
  /** Entries of accounts that are not connected. */
  readonly count: number;
  readonly erasing: boolean;
  readonly error: AppError | null;
  readonly erase: (onDone: () => void) => void;
}

export function useOtherAccounts(): OtherAccounts {
  const { data } = useWorkerQuery('others.count', {});
  const erasing = useWorkerMutation('others.erase');
  return {
    count: data ?? 0,
    erasing: erasing.isPending,
    error: erasing.error,
    erase: (onDone) => {
      erasing.mutate({}, { onSuccess: onDone });
    },
  };
}

/** Saves a text as a file, through a link with `download`. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
