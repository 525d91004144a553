import type { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry, SendEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import { isSameText } from '@/lib/domain/same-text';
import { mayBeSent } from '@/lib/domain/outbox/send-transitions';
import type { InputOf } from '@/lib/messaging/protocol';
import { reconcile, type ReconcileDeps } from './reconcile';
import { isSameThread } from '../exclusive';

type Wanted = InputOf<'message.send'>;
type Unconfirmed = SendEntry & { readonly state: { readonly name: 'unknown' } };

/**
 * Checks whether a message may be a copy of one that was sent under another entry, and looks for that one first.
 * With `overrides` the user asked for a copy, which is sent unless the first one is found after all. Without it, the same
 * text from the same sender to the same person is refused while an earlier one is unconfirmed: the user may have typed it
 * again instead of pressing Send anyway.
 */
export function checkDuplicates(deps: ReconcileDeps, wanted: Wanted): Promise<Result<null>> {
  return wanted.overrides === null ? checkUnconfirmed(deps, wanted) : checkOverridden(deps, wanted, wanted.overrides);
}

async function checkOverridden(deps: ReconcileDeps, wanted: Wanted, overridden: EntryId): Promise<Result<null>> {
  const { outbox } = deps;
  const known = await outbox.get(overridden);
  if (!known.ok) return known;
  const first = known.value;
  if (first === null) return ok(null);
  if (first.kind !== 'send' || !isSameThread(first, wanted)) return err({ code: 'bad-request' });
  const recent = await outbox.recent({ contactId: wanted.contactId });
  if (!recent.ok) return recent;
  // Another window sent the copy: one press of Send anyway is one more copy.
  const copy = recent.value.find(
    (other) =>
      other.kind === 'send' && other.id !== wanted.entryId && other.overrides === overridden && mayBeSent(other),
  );
  if (copy !== undefined) return err({ code: 'duplicate-entry', entryId: copy.id });
  return first.state.name === 'refused' ? ok(null) : checkNotSent(deps, overridden);
}

async function checkUnconfirmed(deps: ReconcileDeps, wanted: Wanted): Promise<Result<null>> {
  const recent = await deps.outbox.recent({ contactId: wanted.contactId });
  if (!recent.ok) return recent;
  const first = firstUnconfirmed(wanted, recent.value);
  if (first === null) return ok(null);
  const checked = await checkNotSent(deps, first.id);
  return checked.ok ? err({ code: 'unconfirmed', entryId: first.id }) : checked;
}

/** Ok while it is still unconfirmed; `duplicate-entry` once it was found, which the outbox then records. */
async function checkNotSent(deps: ReconcileDeps, id: EntryId): Promise<Result<null>> {
  const looked = await reconcile(deps, id);
  if (!looked.ok) return looked;
  return looked.value.state === 'sent' ? err({ code: 'duplicate-entry', entryId: id }) : ok(null);
}

/** An unconfirmed message with the same text, sender and contact, of which no copy was sent yet. However old: clocks jump. */
function firstUnconfirmed(wanted: Wanted, recent: readonly OutboxEntry[]): Unconfirmed | null {
  const sends = recent.filter((entry) => entry.kind === 'send');
  const overridden = new Set(sends.filter(mayBeSent).map(({ overrides }) => overrides));
  const isFirst = (send: SendEntry): send is Unconfirmed =>
    send.state.name === 'unknown' &&
    send.senderId === wanted.senderId &&
    !overridden.has(send.id) &&
    isSameText(send.text, wanted.text);
  return sends.find(isFirst) ?? null;
}
