import type { PendingCounts } from '@/lib/domain/account';
import type { Intent, StateName } from '@/lib/domain/intent';
import { ok, type Result } from '@/lib/domain/result';
import type { Journal } from '@/lib/journal/journal';
import type { DraftTexts } from '@/lib/settings/newest-drafts';

const PENDING = ['queued', 'waiting', 'dispatching', 'unknown', 'undoing'] as const satisfies readonly StateName[];

/** Keys of texts that are being sent end with these (lib/ui/draft-store.ts): they are counted as messages. */
const BEING_SENT = /\|(?:leaving|aside)$/u;

/** Counts everything of a journal, and of these drafts, that has not come to its end. */
export async function countPending(journal: Journal, drafts: DraftTexts): Promise<Result<PendingCounts>> {
  const open = await journal.inStates(PENDING);
  if (!open.ok) return open;
  const count = (kind: Intent['kind'], ...names: readonly StateName[]): number =>
    open.value.filter((intent) => intent.kind === kind && names.includes(intent.state.name)).length;
  return ok({
    adds: count('add', 'waiting', 'dispatching'),
    messages: count('send', 'queued', 'dispatching'),
    unconfirmed: count('send', 'unknown') + count('add', 'unknown'),
    undos: count('add', 'undoing'),
    drafts: Object.keys(drafts).filter((key) => !BEING_SENT.test(key)).length,
  });
}

/** How much is pending in all. */
export function total({ adds, messages, unconfirmed, undos, drafts }: PendingCounts): number {
  return adds + messages + unconfirmed + undos + drafts;
}

/** Whether what is pending now was agreed to be lost. What was being sent may be unconfirmed by now: the sum counts. */
export function covers(confirmed: PendingCounts | null, pending: PendingCounts): boolean {
  return confirmed !== null && total(pending) <= total(confirmed);
}
