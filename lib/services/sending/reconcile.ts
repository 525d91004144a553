import type { EntryId } from '@/lib/domain/ids';
import type { SendEntry, SendOutcome } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { SendEvent } from '@/lib/domain/outbox/send-transitions';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Outbox } from '@/lib/outbox/outbox';
import { matchSent } from './match-sent';
import { readMessage } from './retry-message';

export interface ReconcileDeps {
  readonly client: Pick<GetSalesClient, 'message' | 'sentMessages'>;
  readonly outbox: Outbox;
  /** Records an outcome that GetSales gave. */
  readonly settle: (id: EntryId, event: SendEvent) => Promise<void>;
}

/**
 * Answers what is known about a message; looks for it at GetSales if its outcome is not known. Never sends.
 *
 * @param sending the outcome to come, if the message is in flight
 */
export async function reconcile(
  deps: ReconcileDeps,
  entryId: EntryId,
  sending?: Promise<Result<SendOutcome>>,
): Promise<Result<SendOutcome>> {
  const known = await deps.outbox.get(entryId);
  if (!known.ok) return known;
  const entry = known.value;
  if (entry?.kind !== 'send') return err({ code: 'not-found', what: 'entry' });
  const { state } = entry;
  switch (state.name) {
    case 'refused':
      return err(state.error);
    case 'cancelled':
      return err({ code: 'cancelled' });
    case 'queued':
      return ok({ state: 'queued', entryId, sendAt: state.sendAt, blockedBy: state.blockedBy });
    case 'dispatching':
    case 'unknown':
      return sending ?? lookForSent(deps, entry);
    case 'sent': {
      const message = await readMessage(deps.client, state.messageId);
      return message.ok ? ok({ state: 'sent', message: message.value }) : message;
    }
  }
}

/**
 * Looks for an unconfirmed message among the newest at GetSales. Finding it proves that it was sent; not finding it proves
 * nothing.
 */
export async function lookForSent(deps: ReconcileDeps, entry: SendEntry): Promise<Result<SendOutcome>> {
  const { client, outbox, settle } = deps;
  const sentMessages = await client.sentMessages(entry.contactId, entry.senderId);
  if (!sentMessages.ok) return sentMessages;
  // Read last: every message GetSales lists was written to the outbox before it was sent.
  const siblings = await outbox.recent({ contactId: entry.contactId });
  if (!siblings.ok) return siblings;
  const latest = siblings.value.find((other) => other.kind === 'send' && other.id === entry.id);
  const found = matchSent(latest?.kind === 'send' ? latest : entry, sentMessages.value.messages, siblings.value);
  if (found === null) return ok({ state: 'unknown', entryId: entry.id });
  await settle(entry.id, { type: 'accepted', messageId: found.id });
  return ok({ state: 'sent', message: found });
}
