import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome, AddWaiting, Contact, MatchedContact } from '@/lib/domain/contact';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { WriteFailure } from '@/lib/getsales/write-failure';
import type { Outbox } from '@/lib/outbox/outbox';
import { effectOf, findPreviousList } from './add-effect';
import type { AnsweredContact } from './answered-contact';
import type { Catalog } from '../workspace/catalog';
import { restoreSuperseded } from './supersede';
import type { Upserted } from './upsert-until-known';
import { retryDelayMs } from '../retry-times';
import { UNDO_MS } from './undo-add';

/** Which attempt of an add it is. `perhaps-repeated`: an earlier one may have reached GetSales. */
export type Attempt = 'first' | 'later' | 'perhaps-repeated';

/** Whether an attempt of an add in this state may have reached GetSales. */
export function mayHaveArrived(state: AddEntry['state']): boolean {
  return state.name === 'waiting' ? state.neverLeft !== true : state.name !== 'refused';
}

/** How often a retry of an add in this state was scheduled. */
export function retriesOf(state: AddEntry['state']): number {
  return 'tries' in state ? (state.tries ?? 0) : 0;
}

const FINAL: ReadonlySet<AppError['code']> = new Set(['refused', 'not-found', 'payment-required', 'bad-request']);

/** Whether GetSales read this very request and refused it, so that repeating it would fail in the same way. */
export function isFinalRefusal({ fate, error }: WriteFailure): boolean {
  const isForbidden = error.code === 'forbidden' && error.by === 'api';
  return fate === 'not-done' && (isForbidden || FINAL.has(error.code));
}

/** What is known about an add that GetSales answered. */
export interface AnsweredAdd {
  /** The contact before the add; null when it could not be looked up. */
  readonly before: Contact | 'absent' | null;
  readonly upserted: Upserted;
  /** When this attempt began, ms. */
  readonly beganAt: number;
  readonly attempt: Attempt;
  readonly answered: AnsweredContact;
}

export interface AddOutcomeDeps {
  readonly outbox: Outbox;
  readonly catalog: Pick<Catalog, 'lists' | 'listName'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly rememberList: (listId: string) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Records how an attempt of an add ended, and answers with what the page shows. */
export function createAddOutcomes(deps: AddOutcomeDeps) {
  const { outbox, catalog, now } = deps;
  const iso = (at = now()): string => new Date(at).toISOString();

  async function refuse(entry: AddEntry, error: AppError): Promise<Result<never>> {
    await outbox.settleAdd(entry.id, { name: 'refused', error }, iso());
    await restoreSuperseded(deps, entry.id);
    if (error.code === 'not-found') await catalog.lists(true);
    await deps.changed();
    return err(error);
  }

  /** Schedules a retry. If it cannot be recorded, the entry stays `dispatching`, which is resumed as well. */
  async function scheduleRetry(entry: AddEntry, error: AppError, attempt: Attempt): Promise<Result<AddWaiting>> {
    const tries = retriesOf(entry.state) + 1;
    const retryAt = iso(now() + retryDelayMs(error, tries, deps.random));
    const neverLeft = attempt !== 'perhaps-repeated';
    await outbox.settleAdd(entry.id, { name: 'waiting', error, tries, retryAt, neverLeft }, null);
    await deps.changed();
    return ok({ effect: 'waiting', error });
  }

  async function complete(entry: AddEntry, add: AnsweredAdd): Promise<Result<AddOutcome>> {
    const { before, beganAt, attempt, answered } = add;
    const { contact, serverNowMs } = add.upserted;
    const skewMs = serverNowMs === null ? null : serverNowMs - now();
    const { effect, undo } = effectOf({
      answered,
      before,
      contact,
      previousListId: await findPreviousList(outbox, entry, contact.id),
      listId: entry.listId,
      mayMove: entry.ifPresent === 'move',
      beganAtServerMs: skewMs === null ? null : beganAt + skewMs,
      firstAtServerMs: skewMs === null || attempt !== 'perhaps-repeated' ? null : Date.parse(entry.createdAt) + skewMs,
    });
    const outcome: AddOutcome = {
      effect,
      contactId: contact.id,
      listId: contact.listId,
      listName: await listNameOf(contact, entry),
      undoUntil: undo === null ? null : iso(now() + UNDO_MS),
      ...(effect === 'matched-other' ? { matched: matchedContact(entry, contact) } : {}),
    };
    const state = { name: 'done', outcome, ...(undo === null ? {} : { undo }) } as const;
    const settled = await outbox.settleAdd(entry.id, state, iso());
    await deps.rememberList(entry.listId);
    await deps.changed();
    // GetSales has the person either way; without the outbox only Undo is lost.
    return ok(settled.ok ? outcome : { ...outcome, undoUntil: null });
  }

  async function listNameOf({ listId }: Contact, entry: AddEntry): Promise<string | null> {
    if (listId === null || listId === entry.listId) return listId === null ? null : entry.listName;
    const name = await catalog.listName(listId);
    return name.ok ? name.value : null;
  }

  return { refuse, scheduleRetry, complete };
}

/** What to show about another contact that GetSales matched. */
function matchedContact({ ifPresent, listId }: AddEntry, contact: Contact): MatchedContact {
  const { name, company } = contact;
  return { name, company, mayHaveMoved: ifPresent === 'move' && contact.listId === listId };
}
