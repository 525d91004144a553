import type { ContactId, ListId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';

/** How many entries are looked through for others of one person: more than anybody writes in the seconds that matter. */
export const OUTBOX_LOOKBACK = 200;

/**
 * The list on which another add of this browser has left this very contact; null when none of the latest has, or the outbox
 * cannot be read. Worth more than a look-up that found nobody: GetSales lags, and answers emptily under load.
 */
export async function leftByEarlierAdd(outbox: Outbox, { id }: AddEntry, contactId: ContactId): Promise<ListId | null> {
  const recent = await outbox.recent({ contactId: null, limit: OUTBOX_LOOKBACK });
  if (!recent.ok) return null;
  for (const other of recent.value) {
    if (other.kind !== 'add' || other.id === id || other.state.name !== 'done') continue;
    if (other.state.outcome.contactId === contactId) return other.state.outcome.listId;
  }
  return null;
}
