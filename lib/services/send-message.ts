import type { AppError } from '@/lib/domain/app-error';
import type { IntentId } from '@/lib/domain/ids';
import type { SendIntent, SendOutcome } from '@/lib/domain/intent';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Journal } from '@/lib/journal/journal';
import type { InputOf } from '@/lib/messaging/protocol';
import { matchSent } from './match-sent';

export interface SendMessageService {
  /** Reliability.md section 3: lock, preflight, strict write-ahead, one POST, classification. Never sends twice. */
  send(input: InputOf<'message.send'>): Promise<Result<SendOutcome>>;
  /** Looks for an unconfirmed message at GetSales. May promote it to sent; never sends. */
  reconcile(intentId: IntentId): Promise<Result<SendOutcome>>;
}

export interface SendMessageDeps {
  readonly client: GetSalesClient;
  readonly journal: Journal;
  readonly now: () => number;
  /** Runs `act` unless somebody holds the lock of this name: then null. A courtesy, the journal is the guard (M18). */
  readonly ifFree: <T>(name: string, act: () => Promise<T>) => Promise<T | null>;
  readonly forgetConversations: () => void;
  readonly changed: () => Promise<void>;
}

const JOURNAL_LOOKBACK = 100;

export function createSendMessage(deps: SendMessageDeps): SendMessageService {
  const { client, journal, now } = deps;
  const iso = (): string => new Date(now()).toISOString();

  async function settle(id: IntentId, state: SendIntent['state']): Promise<void> {
    await journal.settleSend(id, state, iso());
    deps.forgetConversations();
    await deps.changed();
  }

  async function dispatch(input: InputOf<'message.send'>): Promise<Result<SendOutcome>> {
    const baseline = await client.outbox(input.contactId, input.senderId);
    if (!baseline.ok) return baseline;
    const intent: SendIntent = {
      kind: 'send',
      id: input.intentId,
      createdAt: iso(),
      settledAt: null,
      personName: input.personName,
      contactId: input.contactId,
      senderId: input.senderId,
      text: input.text,
      baseline: baseline.value.messages.map((message) => message.id),
      skewMs: baseline.value.skewMs,
      overrides: input.overrides,
      state: { name: 'dispatching' },
    };
    const written = await journal.add(intent);
    if (!written.ok)
      return written.error.code === 'duplicate-intent' ? alreadyKnown(intent.id, written.error) : written;
    const answer = await client.send(input);
    if (answer.ok) {
      await settle(intent.id, { name: 'sent', messageId: answer.value.id });
      return ok({ state: 'sent', message: answer.value });
    }
    if (answer.error.fate === 'not-done') {
      await settle(intent.id, { name: 'refused', error: answer.error.error });
      return err(answer.error.error);
    }
    await settle(intent.id, { name: 'unknown', error: answer.error.error });
    const looked = await look({ ...intent, state: { name: 'unknown', error: answer.error.error } });
    return looked.ok ? looked : ok({ state: 'unknown', intentId: intent.id });
  }

  async function alreadyKnown(id: IntentId, duplicate: AppError): Promise<Result<SendOutcome>> {
    const known = await journal.get(id);
    if (!known.ok) return known;
    const isUnknown = known.value?.kind === 'send' && known.value.state.name === 'unknown';
    return isUnknown ? ok({ state: 'unknown', intentId: id }) : err(duplicate);
  }

  async function look(intent: SendIntent): Promise<Result<SendOutcome>> {
    const [outbox, siblings] = await Promise.all([
      client.outbox(intent.contactId, intent.senderId),
      journal.recent({ contactId: intent.contactId, limit: JOURNAL_LOOKBACK }),
    ]);
    if (!outbox.ok) return outbox;
    if (!siblings.ok) return siblings;
    const found = matchSent(intent, outbox.value.messages, siblings.value);
    if (found === null) return ok({ state: 'unknown', intentId: intent.id });
    await settle(intent.id, { name: 'sent', messageId: found.id });
    return ok({ state: 'sent', message: found });
  }

  return {
    send: async (input) => {
      const sent = await deps.ifFree(`send:${input.contactId}:${input.senderId}`, () => dispatch(input));
      return sent ?? err({ code: 'busy' });
    },
    reconcile: async (intentId) => {
      const known = await journal.get(intentId);
      if (!known.ok) return known;
      const intent = known.value;
      if (intent?.kind !== 'send') return err({ code: 'not-found', what: 'intent' });
      if (intent.state.name === 'refused') return err(intent.state.error);
      if (intent.state.name !== 'sent') return look(intent);
      const message = await client.message(intent.state.messageId);
      if (!message.ok) return message;
      return message.value === null
        ? err({ code: 'not-found', what: 'message' })
        : ok({ state: 'sent', message: message.value });
    },
  };
}
