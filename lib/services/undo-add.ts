import type { IntentId } from '@/lib/domain/ids';
import type { AddIntent, Intent } from '@/lib/domain/intent';
import type { AddOutcome, Contact } from '@/lib/domain/contact';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Journal } from '@/lib/journal/journal';
import type { StandingService } from './standing';

/** A click in the last moment still counts when it arrives. */
const GRACE_MS = 2_000;

export interface UndoDeps {
  readonly client: GetSalesClient;
  readonly journal: Journal;
  readonly standing: StandingService;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

/** Takes back a fresh add: removes the contact that this intent created, only while it is provably ours and untouched. */
export function createUndoAdd({ client, journal, standing, now, changed }: UndoDeps) {
  return async (intentId: IntentId): Promise<Result<null>> => {
    const known = await journal.get(intentId);
    if (!known.ok) return known;
    const undoable = undoableAdd(known.value, now());
    if (undoable === null) return err({ code: 'undo-unsafe' });
    const contact = await client.contact(undoable.outcome.contactId);
    if (!contact.ok) return contact;
    if (contact.value !== null) {
      if (!isUntouched(contact.value, undoable.outcome)) return err({ code: 'undo-unsafe' });
      const removed = await client.removeContact(contact.value.id);
      // Removing is repeatable: what counts is whether the contact is still there.
      if (!removed.ok && !(await isGone(contact.value))) return err(removed.error.error);
    }
    standing.forget(undoable.intent.identity);
    const settled = await journal.settleAdd(intentId, { name: 'undone' }, new Date(now()).toISOString());
    await changed();
    return settled.ok ? ok(null) : settled;
  };

  async function isGone(contact: Contact): Promise<boolean> {
    const again = await client.contact(contact.id);
    return again.ok && again.value === null;
  }
}

function undoableAdd(
  intent: Intent | null,
  nowMs: number,
): { readonly intent: AddIntent; readonly outcome: AddOutcome } | null {
  if (intent?.kind !== 'add' || intent.state.name !== 'done') return null;
  const { outcome } = intent.state;
  const inTime = outcome.undoUntil !== null && nowMs <= Date.parse(outcome.undoUntil) + GRACE_MS;
  return outcome.effect === 'created' && inTime ? { intent, outcome } : null;
}

/** Same list, nobody wrote to or from the person, no unread message: nothing but GetSales' own enrichment happened. */
function isUntouched(contact: Contact, outcome: AddOutcome): boolean {
  const isSilent = contact.unread === 0 && contact.ties.every((tie) => tie.lastMessageAt === null);
  return contact.listId === outcome.listId && isSilent;
}
