import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome, AddWaiting, Contact, MatchedContact } from '@/lib/domain/contact';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Upserted } from '@/lib/getsales/resources/contacts';
import type { Outbox } from '@/lib/outbox/outbox';
import { effectOf, findPreviousList } from './add-effect';
import type { AnsweredContact } from './answered-contact';
import type { Catalog } from '../workspace/catalog';
import { retryDelayMs } from '../retry-times';
import { UNDO_MS } from './undo-add';

/** What is known about an add that GetSales answered. */
export interface AnsweredAdd {
  /** The contact before the add; null when it could not be looked up. */
  readonly before: Contact | 'absent' | null;
  readonly upserted: Upserted & { readonly mayHaveArrived: boolean };
  /** When this attempt began, by `monotonic`, ms. */
  readonly beganAt: number;
  /** An earlier attempt may have reached GetSales. */
  readonly isRepeated: boolean;
  readonly answered: AnsweredContact;
}

export interface OutcomeDeps {
  readonly outbox: Outbox;
  readonly catalog: Pick<Catalog, 'lists' | 'listName'>;
  readonly now: () => number;
  /** Milliseconds on a clock that never goes back. */
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly rememberList: (listId: string) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/**
 * GetSales refused the add. The page gets that answer even if the entry does not take it: a newer add superseded it in between
 * and counts, or the disk is full and the entry stays `dispatching`, which is resumed.
 */
export async function refuse(deps: OutcomeDeps, { id }: AddEntry, error: AppError): Promise<Result<never>> {
  await deps.outbox.applyToAdd(id, { type: 'refused', error });
  if (error.code === 'not-found') await deps.catalog.lists(true);
  await deps.changed();
  return err(error);
}

/**
 * Schedules a retry. If it cannot be recorded, the entry stays `dispatching`, which is resumed as well; one that a newer add
 * superseded in between stays so, and the page shows what the outbox has.
 *
 * @param mayHaveArrived whether this attempt or an earlier one may have reached GetSales
 */
export async function scheduleRetry(
  deps: OutcomeDeps,
  { id, state }: AddEntry,
  error: AppError,
  mayHaveArrived: boolean,
): Promise<Result<AddWaiting>> {
  const tries = state.name === 'dispatching' ? state.tries + 1 : 1;
  const retryAt = new Date(deps.now() + retryDelayMs(error, tries, deps.random)).toISOString();
  await deps.outbox.applyToAdd(id, { type: 'delayed', error, retryAt, mayHaveArrived });
  await deps.changed();
  return ok({ effect: 'waiting', error });
}

/** GetSales has a contact for this add. Records what the add did, as far as it is proven. */
export async function complete(deps: OutcomeDeps, entry: AddEntry, add: AnsweredAdd): Promise<Result<AddOutcome>> {
  const { outbox, now, monotonic } = deps;
  const { before, beganAt, isRepeated, answered } = add;
  const { contact, serverNowMs, mayHaveArrived } = add.upserted;
  const skewMs = serverNowMs === null ? null : serverNowMs - now();
  const { effect, undo } = effectOf({
    answered,
    before,
    contact,
    previousListId: await findPreviousList(outbox, entry, contact.id),
    listId: entry.listId,
    mayMove: entry.ifPresent === 'move',
    mayHaveArrived,
    beganAtServerMs: serverNowMs === null ? null : serverNowMs - (monotonic() - beganAt),
    firstAtServerMs: skewMs === null || !isRepeated ? null : Date.parse(entry.createdAt) + skewMs,
  });
  const outcome: AddOutcome = {
    effect,
    contactId: contact.id,
    listId: contact.listId,
    listName: await listNameOf(deps, contact, entry),
    undoUntil: undo === null ? null : new Date(now() + UNDO_MS).toISOString(),
    ...(effect === 'matched-other' ? { matched: matchedContact(entry, contact) } : {}),
  };
  const completed = await outbox.applyToAdd(entry.id, { type: 'completed', outcome, undo });
  await deps.rememberList(entry.listId);
  await deps.changed();
  // GetSales has the person either way; if the entry was superseded or cannot be written, only Undo is lost.
  return ok(completed.ok ? outcome : { ...outcome, undoUntil: null });
}

async function listNameOf({ catalog }: OutcomeDeps, { listId }: Contact, entry: AddEntry): Promise<string | null> {
  if (listId === null || listId === entry.listId) return listId === null ? null : entry.listName;
  const name = await catalog.listName(listId);
  return name.ok ? name.value : null;
}

/** What to show about another contact that GetSales matched. */
function matchedContact({ ifPresent, listId }: AddEntry, contact: Contact): MatchedContact {
  const { name, company } = contact;
  return { name, company, mayHaveMoved: ifPresent === 'move' && contact.listId === listId };
}
