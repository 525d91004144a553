import type { ContactId, ListId } from '@/lib/domain/ids';
import type { AddIntent } from '@/lib/domain/outbox-entry';
import type { Journal } from '@/lib/outbox/outbox';

/** How many intents are looked through for others of one person: more than anybody writes in the seconds that matter. */
export const JOURNAL_LOOKBACK = 200;

/**
 * The list on which another add of this browser has left this very contact; null when none of the latest has, or the journal
 * cannot be read. Worth more than a look-up that found nobody: GetSales lags, and answers emptily under load.
 */
export async function leftByEarlierAdd(
  journal: Journal,
  { id }: AddIntent,
  contactId: ContactId,
): Promise<ListId | null> {
  const recent = await journal.recent({ contactId: null, limit: JOURNAL_LOOKBACK });
  if (!recent.ok) return null;
  for (const other of recent.value) {
    if (other.kind !== 'add' || other.id === id || other.state.name !== 'done') continue;
    if (other.state.outcome.contactId === contactId) return other.state.outcome.listId;
  }
  return null;
}
