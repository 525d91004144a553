import { mayBeSent, UNCONFIRMED_TTL_MS, type OutboxEntry, type SendEntry } from '@/lib/domain/outbox-entry';
import type { EntryId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Outbox } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import { sameText } from './match-sent';
import type { Reconcile } from './reconcile';

type Wanted = InputOf<'message.send'>;
type Unconfirmed = SendEntry & { readonly state: { readonly name: 'unknown' } };

const OUTBOX_LOOKBACK = 100;

export interface ResendGuardDeps {
  readonly outbox: Outbox;
  readonly reconcile: Reconcile;
  readonly now: () => number;
}

/**
 * Decides whether a message may leave that may have left before under another entry. Looks first, in both cases: with
 * `overrides` the user means to send again, and does unless the first one is found after all; without, the same words to
 * the same person wait until the unconfirmed ones are resolved (somebody typed them again instead of pressing Send anyway).
 */
export function createResendGuard({ outbox, reconcile, now }: ResendGuardDeps) {
  async function recheck(wanted: Wanted, overridden: EntryId): Promise<Result<null>> {
    const known = await outbox.get(overridden);
    if (!known.ok) return known;
    const first = known.value;
    if (first === null) return ok(null);
    const isSameThread =
      first.kind === 'send' && first.contactId === wanted.contactId && first.senderId === wanted.senderId;
    if (!isSameThread) return err({ code: 'bad-request' });
    const recent = await outbox.recent({ contactId: wanted.contactId, limit: OUTBOX_LOOKBACK });
    if (!recent.ok) return recent;
    // Another window was quicker: one press of Send anyway is one more copy.
    const inPlace = recent.value.find(
      (other) =>
        other.kind === 'send' && other.id !== wanted.entryId && other.overrides === overridden && mayBeSent(other),
    );
    if (inPlace !== undefined) return err({ code: 'duplicate-intent', entryId: inPlace.id });
    return first.state.name === 'refused' ? ok(null) : lookFor(overridden);
  }

  async function refuseTwin(wanted: Wanted): Promise<Result<null>> {
    const recent = await outbox.recent({ contactId: wanted.contactId, limit: OUTBOX_LOOKBACK });
    if (!recent.ok) return recent;
    const twin = unconfirmedTwin(wanted, recent.value, now());
    if (twin === null) return ok(null);
    const looked = await lookFor(twin.id);
    return looked.ok ? err({ code: 'unconfirmed', entryId: twin.id }) : looked;
  }

  /** Ok while it is still unconfirmed; `duplicate-intent` when it has arrived, which the outbox knows then. */
  async function lookFor(id: EntryId): Promise<Result<null>> {
    const looked = await reconcile(id);
    if (!looked.ok) return looked;
    return looked.value.state === 'sent' ? err({ code: 'duplicate-intent', entryId: id }) : ok(null);
  }

  return (wanted: Wanted): Promise<Result<null>> =>
    wanted.overrides === null ? refuseTwin(wanted) : recheck(wanted, wanted.overrides);
}

/** An unconfirmed message with the same words, sender and contact, in whose place nothing was sent yet. */
export function unconfirmedTwin(wanted: Wanted, recent: readonly OutboxEntry[], nowMs: number): Unconfirmed | null {
  const sends = recent.filter((entry) => entry.kind === 'send');
  const replaced = new Set(sends.filter(mayBeSent).map(({ overrides }) => overrides));
  const isTwin = (send: SendEntry): send is Unconfirmed =>
    send.state.name === 'unknown' &&
    send.senderId === wanted.senderId &&
    nowMs - Date.parse(send.createdAt) < UNCONFIRMED_TTL_MS &&
    !replaced.has(send.id) &&
    sameText(send.text, wanted.text);
  return sends.find(isTwin) ?? null;
}
