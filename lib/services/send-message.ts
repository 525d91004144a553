import type { IntentId } from '@/lib/domain/ids';
import type { SendIntent, SendOutcome } from '@/lib/domain/intent';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Journal } from '@/lib/journal/journal';
import type { InputOf } from '@/lib/messaging/protocol';
import { createReconcile, type Reconcile } from './reconcile';
import { createResendGuard } from './resend-guard';

export interface SendMessageService {
  /** Reliability.md section 3: lock, preflight, strict write-ahead, one POST, classification. Never sends twice. */
  send(input: InputOf<'message.send'>): Promise<Result<SendOutcome>>;
  /** Looks for an unconfirmed message at GetSales. May promote it to sent; never sends. */
  reconcile: Reconcile;
}

export interface SendMessageDeps {
  readonly client: GetSalesClient;
  readonly journal: Journal;
  readonly now: () => number;
  /** Runs `act` unless somebody holds the lock of this name: then null. A courtesy, the journal is the guard (M18). */
  readonly ifFree: <T>(name: string, act: () => Promise<T>) => Promise<T | null>;
  readonly forgetConversations: () => void;
  readonly changed: () => Promise<void>;
  /** Notes that an outcome could not be written down. */
  readonly report: (event: string) => void;
}

export function createSendMessage(deps: SendMessageDeps): SendMessageService {
  const { client, journal, now } = deps;
  const iso = (): string => new Date(now()).toISOString();

  async function settle(id: IntentId, state: SendIntent['state']): Promise<void> {
    const settled = await journal.settleSend(id, state, iso());
    if (!settled.ok) deps.report('send-not-settled');
    deps.forgetConversations();
    await deps.changed();
  }

  const { reconcile, look } = createReconcile({ client, journal, settle });
  const mayLeave = createResendGuard({ journal, reconcile, now });

  async function dispatch(input: InputOf<'message.send'>): Promise<Result<SendOutcome>> {
    const known = await journal.get(input.intentId);
    if (!known.ok) return known;
    if (known.value !== null) return alreadyKnown(input.intentId, known.value.state.name === 'unknown');
    const cleared = await mayLeave(input);
    if (!cleared.ok) return cleared;
    const baseline = await client.outbox(input.contactId, input.senderId);
    if (!baseline.ok) return baseline;
    const { intentId, ...what } = input;
    const intent: SendIntent = {
      ...what,
      kind: 'send',
      id: intentId,
      createdAt: iso(),
      settledAt: null,
      baseline: baseline.value.messages.map((message) => message.id),
      skewMs: baseline.value.skewMs,
      state: { name: 'dispatching' },
    };
    const written = await journal.add(intent);
    return written.ok ? post(intent) : written;
  }

  async function post(intent: SendIntent): Promise<Result<SendOutcome>> {
    const { contactId, senderId, text } = intent;
    const answer = await client.send({ contactId, senderId, text });
    if (answer.ok) {
      await settle(intent.id, { name: 'sent', messageId: answer.value.id });
      return ok({ state: 'sent', message: answer.value });
    }
    const { fate, error } = answer.error;
    await settle(intent.id, { name: fate === 'unknown' ? 'unknown' : 'refused', error });
    if (fate === 'not-done') return err(error);
    const looked = await look(intent);
    return looked.ok ? looked : ok({ state: 'unknown', intentId: intent.id });
  }

  function alreadyKnown(intentId: IntentId, isUnknown: boolean): Result<SendOutcome> {
    return isUnknown ? ok({ state: 'unknown', intentId }) : err({ code: 'duplicate-intent', intentId });
  }

  return {
    send: async (input) => {
      const sent = await deps.ifFree(`send:${input.contactId}:${input.senderId}`, () => dispatch(input));
      return sent ?? err({ code: 'busy' });
    },
    reconcile,
  };
}
