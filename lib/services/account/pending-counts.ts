import type { PendingCounts } from '@/lib/domain/account';
import { PENDING_STATES } from '@/lib/domain/outbox/entry-states';
import { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry, StateName } from '@/lib/domain/outbox/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import type { Outbox } from '@/lib/outbox/outbox';
import { SENDING_ENTRY, SENDING_TEXT, type DraftTexts } from '@/lib/settings/items';

/** Counts the pending entries of an outbox, and the drafts. */
export async function countPending(outbox: Outbox, drafts: DraftTexts): Promise<Result<PendingCounts>> {
  const open = await outbox.inStates(PENDING_STATES);
  if (!open.ok) return open;
  const count = (kind: OutboxEntry['kind'], ...names: readonly StateName[]): number =>
    open.value.filter((entry) => entry.kind === kind && names.includes(entry.state.name)).length;
  const texts = await Promise.all(Object.keys(drafts).map((key) => isUnsent(key, drafts, outbox)));
  return ok({
    adds: count('add', 'waiting', 'dispatching'),
    messages: count('send', 'queued', 'dispatching'),
    unconfirmed: count('send', 'unknown') + count('add', 'unknown'),
    undos: count('add', 'undoing'),
    drafts: texts.filter(Boolean).length,
  });
}

/** A text that is being sent counts with its entry, and as a draft again if that was refused, cancelled or never written. */
async function isUnsent(key: string, drafts: DraftTexts, outbox: Outbox): Promise<boolean> {
  if (key.endsWith(SENDING_ENTRY)) return false;
  if (!key.endsWith(SENDING_TEXT)) return true;
  const id = EntryId.safeParse(drafts[key.slice(0, -SENDING_TEXT.length) + SENDING_ENTRY]);
  const entry = id.success ? await outbox.get(id.data) : null;
  return entry?.ok !== true || entry.value === null || ['refused', 'cancelled'].includes(entry.value.state.name);
}

/** The sum of all counts. */
export function total({ adds, messages, unconfirmed, undos, drafts }: PendingCounts): number {
  return adds + messages + unconfirmed + undos + drafts;
}

/** Whether the user confirmed losing at least what is pending now. Adds and messages may have become unconfirmed since. */
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
