import type { PendingCounts } from '@/lib/domain/account';
import type { Intent, StateName } from '@/lib/domain/intent';
import { ok, type Result } from '@/lib/domain/result';
import type { Journal } from '@/lib/journal/journal';
import type { DraftTexts } from '@/lib/settings/newest-drafts';

const PENDING = ['queued', 'waiting', 'dispatching', 'unknown', 'undoing'] as const satisfies readonly StateName[];

/** How the keys of texts end that lie aside while they are being sent, and of the intents that send them (lib/ui/draft-store.ts). */
const ASIDE = '|aside';
const LEAVING = '|leaving';

/** Counts everything of a journal, and of these drafts, that has not come to its end. */
export async function countPending(journal: Journal, drafts: DraftTexts): Promise<Result<PendingCounts>> {
  const open = await journal.inStates(PENDING);
  if (!open.ok) return open;
  const count = (kind: Intent['kind'], ...names: readonly StateName[]): number =>
    open.value.filter((intent) => intent.kind === kind && names.includes(intent.state.name)).length;
  const ids = new Set<string>(open.value.map(({ id }) => id));
  return ok({
    adds: count('add', 'waiting', 'dispatching'),
    messages: count('send', 'queued', 'dispatching'),
    unconfirmed: count('send', 'unknown') + count('add', 'unknown'),
    undos: count('add', 'undoing'),
    drafts: Object.keys(drafts).filter((key) => isUnsent(key, drafts, ids)).length,
  });
}

/** A text that lies aside is a message as long as its intent is pending; then it is a draft again. */
function isUnsent(key: string, drafts: DraftTexts, pending: ReadonlySet<string>): boolean {
  if (key.endsWith(LEAVING)) return false;
  if (!key.endsWith(ASIDE)) return true;
  return !pending.has(drafts[key.slice(0, -ASIDE.length) + LEAVING] ?? '');
}

/** How much is pending in all. */
export function total({ adds, messages, unconfirmed, undos, drafts }: PendingCounts): number {
  return adds + messages + unconfirmed + undos + drafts;
}

/** Whether what is pending now was agreed to be lost. What was being added or sent may have become unconfirmed since. */
export function covers(confirmed: PendingCounts | null, now: PendingCounts): boolean {
  if (confirmed === null) return false;
  const { adds, messages, unconfirmed, undos, drafts } = confirmed;
  return (
    now.adds <= adds &&
    now.messages <= messages &&
    now.undos <= undos &&
    now.drafts <= drafts &&
    now.adds + now.messages + now.unconfirmed <= adds + messages + unconfirmed
  );
}
