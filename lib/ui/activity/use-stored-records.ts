import type { AppError } from '@/lib/domain/app-error';
import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import { drafts } from '@/lib/settings/items';
import { useAccountId, useAct, useAsk, useCall } from '@/lib/ui/worker/worker-query';
import { useActivity } from './use-activity';

export interface StoredRecords {
  /** Newest first, of every account. */
  readonly entries: readonly OutboxEntry[];
  readonly drafts: Readonly<Record<string, string>>;
}

/** Reads everything that erasing would lose: entries of this account and of former ones, and unsent texts. */
export function useStoredRecords(): () => Promise<Result<StoredRecords>> {
  const account = useAccountId();
  const call = useCall();
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
  const { data } = useAsk('others.count', {});
  const erasing = useAct('others.erase');
  return {
    count: data ?? 0,
    erasing: erasing.isPending,
    error: erasing.error,
    erase: (onDone) => {
      erasing.mutate({}, { onSuccess: onDone });
    },
  };
}

/** Hands a text to the user as a file, the way a link with `download` does. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
