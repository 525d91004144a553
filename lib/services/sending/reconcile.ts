import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry, SendOutcome } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Outbox } from '@/lib/outbox/outbox';
import { matchSent, OUTBOX_LOOKBACK } from './match-sent';
import { readMessage } from './retry-message';

export type Reconcile = (entryId: EntryId) => Promise<Result<SendOutcome>>;

export interface ReconcileDeps {
  readonly client: GetSalesClient;
  readonly outbox: Outbox;
  readonly settle: (id: EntryId, state: SendEntry['state']) => Promise<void>;
}

/** Looks for unconfirmed messages among the newest at GetSales. Finding one proves it was sent; not finding it proves nothing. */
export function createReconcile({ client, outbox, settle }: ReconcileDeps) {
  async function lookForSent(entry: SendEntry): Promise<Result<SendOutcome>> {
    const sentMessages = await client.sentMessages(entry.contactId, entry.senderId);
    if (!sentMessages.ok) {
      await countLook(entry.id);
      return sentMessages;
    }
    // Read last: every message GetSales lists was written to the outbox before it was sent.
    const siblings = await outbox.recent({ contactId: entry.contactId, limit: OUTBOX_LOOKBACK });
    if (!siblings.ok) return siblings;
    const latest = siblings.value.find((other) => other.kind === 'send' && other.id === entry.id);
    const found = matchSent(latest?.kind === 'send' ? latest : entry, sentMessages.value.messages, siblings.value);
    if (found === null) {
      await countLook(entry.id);
      return ok({ state: 'unknown', entryId: entry.id });
    }
    await settle(entry.id, { name: 'sent', messageId: found.id });
    return ok({ state: 'sent', message: found });
  }

  /** Every look counts, also a failed one, so that the next one comes later. */
  async function countLook(id: EntryId): Promise<void> {
    const known = await outbox.get(id);
    if (!known.ok || known.value?.kind !== 'send' || known.value.state.name !== 'unknown') return;
    const { state } = known.value;
    await outbox.changeSend(id, ['unknown'], { state: { ...state, looks: (state.looks ?? 0) + 1 } });
  }

  const reconcile: Reconcile = async (entryId) => {
    const known = await outbox.get(entryId);
    if (!known.ok) return known;
    const entry = known.value;
    if (entry?.kind !== 'send') return err({ code: 'not-found', what: 'intent' });
    if (entry.state.name === 'refused') return err(entry.state.error);
    if (entry.state.name === 'cancelled') return err({ code: 'cancelled' });
    if (entry.state.name === 'queued') {
      const { leavesAt, heldBy } = entry.state;
      return ok({ state: 'queued', entryId, leavesAt, heldBy });
    }
    if (entry.state.name !== 'sent') return lookForSent(entry);
    const message = await readMessage(client, entry.state.messageId);
    return message.ok ? ok({ state: 'sent', message: message.value }) : message;
  };

  return { lookForSent, reconcile };
}
