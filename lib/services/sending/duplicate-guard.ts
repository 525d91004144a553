import { mayBeSent, UNCONFIRMED_TTL_MS, type OutboxEntry, type SendEntry } from '@/lib/domain/outbox-entry';
import type { EntryId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Outbox } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import { OUTBOX_LOOKBACK, sameText } from './match-sent';
import type { Reconcile } from './reconcile';

type Wanted = InputOf<'message.send'>;
type Unconfirmed = SendEntry & { readonly state: { readonly name: 'unknown' } };

export interface DuplicateGuardDeps {
  readonly outbox: Outbox;
  readonly reconcile: Reconcile;
  readonly now: () => number;
}

/**
 * Checks whether a message may be a copy of one that was sent under another entry, and looks for that one first.
 * With `overrides` the user asked for a copy, which is sent unless the first one is found after all. Without it, the same
 * text to the same person is refused while an earlier one is unconfirmed: the user may have typed it again instead of
 * pressing Send anyway.
 */
export function createDuplicateGuard({ outbox, reconcile, now }: DuplicateGuardDeps) {
  async function checkOverridden(wanted: Wanted, overridden: EntryId): Promise<Result<null>> {
    const known = await outbox.get(overridden);
    if (!known.ok) return known;
    const first = known.value;
    if (first === null) return ok(null);
    const isSameThread =
      first.kind === 'send' && first.contactId === wanted.contactId && first.senderId === wanted.senderId;
    if (!isSameThread) return err({ code: 'bad-request' });
    const recent = await outbox.recent({ contactId: wanted.contactId, limit: OUTBOX_LOOKBACK });
    if (!recent.ok) return recent;
    // Another window sent the copy: one press of Send anyway is one more copy.
    const copy = recent.value.find(
      (other) =>
        other.kind === 'send' && other.id !== wanted.entryId && other.overrides === overridden && mayBeSent(other),
    );
    if (copy !== undefined) return err({ code: 'duplicate-intent', entryId: copy.id });
    return first.state.name === 'refused' ? ok(null) : checkNotSent(overridden);
  }

  async function checkTwin(wanted: Wanted): Promise<Result<null>> {
    const recent = await outbox.recent({ contactId: wanted.contactId, limit: OUTBOX_LOOKBACK });
    if (!recent.ok) return recent;
    const twin = unconfirmedTwin(wanted, recent.value, now());
    if (twin === null) return ok(null);
    const checked = await checkNotSent(twin.id);
    return checked.ok ? err({ code: 'unconfirmed', entryId: twin.id }) : checked;
  }

  /** Ok while it is still unconfirmed; `duplicate-intent` once it was found, which the outbox then records. */
  async function checkNotSent(id: EntryId): Promise<Result<null>> {
    const looked = await reconcile(id);
    if (!looked.ok) return looked;
    return looked.value.state === 'sent' ? err({ code: 'duplicate-intent', entryId: id }) : ok(null);
  }

  return (wanted: Wanted): Promise<Result<null>> =>
    wanted.overrides === null ? checkTwin(wanted) : checkOverridden(wanted, wanted.overrides);
}

/** An unconfirmed message with the same text, sender and contact, of which no copy was sent yet. */
function unconfirmedTwin(wanted: Wanted, recent: readonly OutboxEntry[], nowMs: number): Unconfirmed | null {
  const sends = recent.filter((entry) => entry.kind === 'send');
  const overridden = new Set(sends.filter(mayBeSent).map(({ overrides }) => overrides));
  const isTwin = (send: SendEntry): send is Unconfirmed =>
    send.state.name === 'unknown' &&
    send.senderId === wanted.senderId &&
    nowMs - Date.parse(send.createdAt) < UNCONFIRMED_TTL_MS &&
    !overridden.has(send.id) &&
    sameText(send.text, wanted.text);
  return sends.find(isTwin) ?? null;
}
