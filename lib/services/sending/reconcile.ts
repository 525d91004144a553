import type { IntentId } from '@/lib/domain/ids';
import type { SendIntent, SendOutcome } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Journal } from '@/lib/outbox/outbox';
import { matchSent } from './match-sent';

export type Reconcile = (intentId: IntentId) => Promise<Result<SendOutcome>>;

export interface ReconcileDeps {
  readonly client: GetSalesClient;
  readonly journal: Journal;
  readonly settle: (id: IntentId, state: SendIntent['state']) => Promise<void>;
}

/** How many of a contact's intents may have claimed a message. */
const JOURNAL_LOOKBACK = 100;

/** Looking for unconfirmed messages among the newest at GetSales. Finding promotes to sent; not finding proves nothing. */
export function createReconcile({ client, journal, settle }: ReconcileDeps) {
  async function look(intent: SendIntent): Promise<Result<SendOutcome>> {
    const outbox = await client.outbox(intent.contactId, intent.senderId);
    if (!outbox.ok) {
      await countLook(intent.id);
      return outbox;
    }
    // Read afterwards: whatever is in the outbox was written down here before it left.
    const siblings = await journal.recent({ contactId: intent.contactId, limit: JOURNAL_LOOKBACK });
    if (!siblings.ok) return siblings;
    const latest = siblings.value.find((other) => other.kind === 'send' && other.id === intent.id);
    const found = matchSent(latest?.kind === 'send' ? latest : intent, outbox.value.messages, siblings.value);
    if (found === null) {
      await countLook(intent.id);
      return ok({ state: 'unknown', intentId: intent.id });
    }
    await settle(intent.id, { name: 'sent', messageId: found.id });
    return ok({ state: 'sent', message: found });
  }

  /** However a look ended, the next one comes later. */
  async function countLook(id: IntentId): Promise<void> {
    const known = await journal.get(id);
    if (!known.ok || known.value?.kind !== 'send' || known.value.state.name !== 'unknown') return;
    const { state } = known.value;
    await journal.changeSend(id, ['unknown'], { state: { ...state, looks: (state.looks ?? 0) + 1 } });
  }

  const reconcile: Reconcile = async (intentId) => {
    const known = await journal.get(intentId);
    if (!known.ok) return known;
    const intent = known.value;
    if (intent?.kind !== 'send') return err({ code: 'not-found', what: 'intent' });
    if (intent.state.name === 'refused') return err(intent.state.error);
    // What has not left cannot be at GetSales.
    if (intent.state.name === 'cancelled') return err({ code: 'cancelled' });
    if (intent.state.name === 'queued') {
      const { leavesAt, heldBy } = intent.state;
      return ok({ state: 'queued', intentId, leavesAt, heldBy });
    }
    if (intent.state.name !== 'sent') return look(intent);
    const message = await client.message(intent.state.messageId);
    if (!message.ok) return message;
    return message.value === null
      ? err({ code: 'not-found', what: 'message' })
      : ok({ state: 'sent', message: message.value });
  };

  return { look, reconcile };
}
