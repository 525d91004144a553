import { hasLeft, UNCONFIRMED_TTL_MS, type Intent, type SendIntent } from '@/lib/domain/outbox-entry';
import type { IntentId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Journal } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import { sameText } from './match-sent';
import type { Reconcile } from './reconcile';

type Wanted = InputOf<'message.send'>;
type Unconfirmed = SendIntent & { readonly state: { readonly name: 'unknown' } };

const JOURNAL_LOOKBACK = 100;

export interface ResendGuardDeps {
  readonly journal: Journal;
  readonly reconcile: Reconcile;
  readonly now: () => number;
}

/**
 * Decides whether a message may leave that may have left before under another intent. Looks first, in both cases: with
 * `overrides` the user means to send again, and does unless the first one is found after all; without, the same words to
 * the same person wait until the unconfirmed ones are resolved (somebody typed them again instead of pressing Send anyway).
 */
export function createResendGuard({ journal, reconcile, now }: ResendGuardDeps) {
  async function recheck(wanted: Wanted, overridden: IntentId): Promise<Result<null>> {
    const known = await journal.get(overridden);
    if (!known.ok) return known;
    const first = known.value;
    if (first === null) return ok(null);
    const isSameThread =
      first.kind === 'send' && first.contactId === wanted.contactId && first.senderId === wanted.senderId;
    if (!isSameThread) return err({ code: 'bad-request' });
    const recent = await journal.recent({ contactId: wanted.contactId, limit: JOURNAL_LOOKBACK });
    if (!recent.ok) return recent;
    // Another window was quicker: one press of Send anyway is one more copy.
    const inPlace = recent.value.find(
      (other) =>
        other.kind === 'send' && other.id !== wanted.intentId && other.overrides === overridden && hasLeft(other),
    );
    if (inPlace !== undefined) return err({ code: 'duplicate-intent', intentId: inPlace.id });
    return first.state.name === 'refused' ? ok(null) : lookFor(overridden);
  }

  async function refuseTwin(wanted: Wanted): Promise<Result<null>> {
    const recent = await journal.recent({ contactId: wanted.contactId, limit: JOURNAL_LOOKBACK });
    if (!recent.ok) return recent;
    const twin = unconfirmedTwin(wanted, recent.value, now());
    if (twin === null) return ok(null);
    const looked = await lookFor(twin.id);
    return looked.ok ? err({ code: 'unconfirmed', intentId: twin.id }) : looked;
  }

  /** Ok while it is still unconfirmed; `duplicate-intent` when it has arrived, which the journal knows then. */
  async function lookFor(id: IntentId): Promise<Result<null>> {
    const looked = await reconcile(id);
    if (!looked.ok) return looked;
    return looked.value.state === 'sent' ? err({ code: 'duplicate-intent', intentId: id }) : ok(null);
  }

  return (wanted: Wanted): Promise<Result<null>> =>
    wanted.overrides === null ? refuseTwin(wanted) : recheck(wanted, wanted.overrides);
}

/** An unconfirmed message with the same words, sender and contact, in whose place nothing was sent yet. */
export function unconfirmedTwin(wanted: Wanted, recent: readonly Intent[], nowMs: number): Unconfirmed | null {
  const sends = recent.filter((intent) => intent.kind === 'send');
  const replaced = new Set(sends.filter(hasLeft).map(({ overrides }) => overrides));
  const isTwin = (send: SendIntent): send is Unconfirmed =>
    send.state.name === 'unknown' &&
    send.senderId === wanted.senderId &&
    nowMs - Date.parse(send.createdAt) < UNCONFIRMED_TTL_MS &&
    !replaced.has(send.id) &&
    sameText(send.text, wanted.text);
  return sends.find(isTwin) ?? null;
}
