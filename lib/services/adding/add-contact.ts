import type { AccountId } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { AddOutcome, AddWaiting, Contact } from '@/lib/domain/contact';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, StateName } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Outbox } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import { isNo, mayHaveArrived, triesOf, type Attempt } from './add-attempt';
import { effectOf } from './add-effect';
import { createRecognition, matchedBy, type AnsweredContact } from './answered-contact';
import type { Catalog } from '../workspace/catalog';
import { leftByEarlierAdd } from './earlier-add';
import { createSupersede } from './supersede';
import { createPersistentUpsert, type Upserted } from './upsert-until-known';
import { retryDelayMs } from '../retry-times';
import type { ContactStatusService } from '../workspace/contact-status';
import type { PersonMutex } from './person-mutex';
import { UNDO_MS, type UndoAddService } from './undo-add';

/** The look before an add only serves to tell its effect; an add does not wait longer for it. */
const LOOK_BEFORE_MS = 8_000;

/** What a user may have tried once more. */
export const RETRIABLE = ['waiting', 'refused', 'unknown'] as const satisfies readonly StateName[];

export type Added = Result<AddOutcome | AddWaiting>;

export interface AddContactService {
  /** Written down first, then tried until GetSales has the person or says no. `waiting`: later, by itself. */
  add(input: InputOf<'contact.add'>): Promise<Added>;
  /** Tries once more what was on its way when the worker died, or waits. Safe: the upsert is idempotent. */
  resume(entry: AddEntry): Promise<Added>;
  /** The same on the user's own word, also of what was refused or left to them. */
  retry(entry: AddEntry): Promise<Added>;
  /** Whether this life of the worker has it under way. */
  isUnderWay(id: EntryId): boolean;
  /** Everything that this life of the worker has under way. */
  underWay(): readonly EntryId[];
}

/** How an attempt that GetSales answered went. */
interface Course {
  readonly beganAt: number;
  readonly attempt: Attempt;
  readonly answered: AnsweredContact;
}

export interface AddContactDeps {
  readonly account: AccountId;
  readonly client: GetSalesClient;
  readonly outbox: Outbox;
  readonly catalog: Catalog;
  readonly contactStatus: ContactStatusService;
  readonly turns: PersonMutex;
  readonly undoAdd: Pick<UndoAddService, 'settleBefore'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly timeout: (ms: number) => AbortSignal;
  /** Puts a list at the head of the recent ones. */
  readonly rememberList: (listId: string) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Adds people: at least once, on GetSales' idempotent upsert (docs/reliability.md#sending-a-message). */
export function createAddContact(deps: AddContactDeps): AddContactService {
  const { client, outbox, catalog, contactStatus, turns, now } = deps;
  const upsert = createPersistentUpsert(deps);
  const underWay = new Map<EntryId, Promise<Added>>();
  const iso = (at = now()): string => new Date(at).toISOString();
  const lastWord = createSupersede({ outbox, iso });
  const recognise = createRecognition(client);

  /** One act per entry: a second call with the same id gets the first one's outcome. */
  function once(id: EntryId, begin: () => Promise<Added>): Promise<Added> {
    const running = underWay.get(id);
    if (running !== undefined) return running;
    const end = begin().finally(() => underWay.delete(id));
    underWay.set(id, end);
    return end;
  }

  /** What became of an entry that was written down before. Nothing leaves again. */
  async function known(id: EntryId): Promise<Added> {
    const found = await outbox.get(id);
    if (!found.ok) return found;
    if (found.value?.kind !== 'add') return err({ code: 'duplicate-intent', entryId: id });
    const { state } = found.value;
    if (state.name === 'done') return ok(state.outcome);
    if (state.name === 'waiting') return ok({ effect: 'waiting', error: state.error });
    return err('error' in state ? state.error : { code: 'duplicate-intent', entryId: id });
  }

  /** Takes up what is in one of these states by now: it may have been removed, replaced or ended since it was seen. */
  async function takeUp(id: EntryId, from: readonly StateName[]): Promise<Added> {
    const found = await outbox.get(id);
    if (!found.ok) return found;
    if (found.value?.kind !== 'add' || !from.includes(found.value.state.name)) return known(id);
    const { state } = found.value;
    const dispatching = { name: 'dispatching', tries: triesOf(state) } as const;
    const taken = await outbox.changeAdd(id, [state.name], { state: dispatching, settledAt: null });
    if (!taken.ok) return taken;
    return taken.value === null
      ? known(id)
      : dispatch(taken.value, mayHaveArrived(state) ? 'perhaps-repeated' : 'later');
  }

  function again({ id, identity }: AddEntry, from: readonly StateName[]): Promise<Added> {
    return once(id, () => turns.runExclusive(identity, () => takeUp(id, from)));
  }

  async function dispatch(entry: AddEntry, attempt: Attempt): Promise<Added> {
    // What is still being taken back of this person could take away what this add is about to find.
    const settled = await deps.undoAdd.settleBefore(entry.identity);
    if (!settled.ok) return put(entry, settled.error, attempt);
    await lastWord.supersedeEarlier(entry);
    const beganAt = now();
    const before = await lookBefore(entry, attempt);
    if (!before.ok && before.error.code === 'key-rejected') return put(entry, before.error, attempt);
    const answer = await upsert(entry, attempt === 'perhaps-repeated');
    contactStatus.forgetAll();
    if (answer.ok) {
      const known = before.ok ? before.value : null;
      const answered = await recognise(entry.identity, known, answer.value.contact);
      // The upsert may be repeated, and its answer is compared again then.
      if (!answered.ok) return put(entry, answered.error, 'perhaps-repeated');
      return succeed(entry, known, answer.value, { beganAt, attempt, answered: answered.value });
    }
    const { error, fate } = answer.error;
    if (isNo(answer.error)) return refuse(entry, error);
    return put(entry, error, fate === 'unknown' ? 'perhaps-repeated' : attempt);
  }

  /** The contact as it was before; an error does not stop an add. What was seen a moment ago will do for a first try. */
  async function lookBefore(entry: AddEntry, attempt: Attempt): Promise<Result<Contact | 'absent'>> {
    const mayBeOld = attempt === 'first' && entry.ifPresent === 'keep';
    const recent = mayBeOld ? contactStatus.recent(entry.identity) : null;
    if (recent !== null) return ok(recent.kind === 'absent' ? 'absent' : recent.contact);
    const found = await client.lookup(entry.identity, deps.timeout(LOOK_BEFORE_MS));
    if (!found.ok) return found;
    if (found.value === null) return ok('absent');
    const isOther = compareContact(entry.identity, found.value) === 'other';
    return isOther ? err({ code: 'contact-mismatch' }) : ok(found.value);
  }

  async function refuse(entry: AddEntry, error: AppError): Promise<Added> {
    await outbox.settleAdd(entry.id, { name: 'refused', error }, iso());
    await lastWord.restoreSuperseded(entry.id);
    if (error.code === 'not-found') await catalog.lists(true);
    await deps.changed();
    return err(error);
  }

  /** Puts it by for later. When that cannot be written down it stays as dispatched, which is carried on as well. */
  async function put(entry: AddEntry, error: AppError, attempt: Attempt): Promise<Added> {
    const tries = triesOf(entry.state) + 1;
    const retryAt = iso(now() + retryDelayMs(error, tries, deps.random));
    const neverLeft = attempt !== 'perhaps-repeated';
    await outbox.settleAdd(entry.id, { name: 'waiting', error, tries, retryAt, neverLeft }, null);
    await deps.changed();
    return ok({ effect: 'waiting', error });
  }

  async function succeed(
    entry: AddEntry,
    before: Contact | 'absent' | null,
    { contact, serverNowMs }: Upserted,
    { beganAt, attempt, answered }: Course,
  ): Promise<Result<AddOutcome>> {
    const skewMs = serverNowMs === null ? null : serverNowMs - now();
    const { effect, undo } = effectOf({
      answered,
      before,
      contact,
      leftOn: await leftByEarlierAdd(outbox, entry, contact.id),
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
      ...(effect === 'matched-other' ? { matched: matchedBy(entry, contact) } : {}),
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

  return {
    add: (input) => {
      const { entryId, ...what } = input;
      const entry: AddEntry = {
        ...what,
        kind: 'add',
        id: entryId,
        account: deps.account,
        createdAt: iso(),
        settledAt: null,
        state: { name: 'dispatching' },
      };
      const writeDown = async (): Promise<Added | null> => {
        const written = await outbox.add(entry);
        if (!written.ok) return written.error.code === 'duplicate-intent' ? known(entryId) : written;
        await deps.changed();
        return null;
      };
      return once(entryId, () => {
        const written = writeDown();
        return turns.runExclusive(entry.identity, async () => (await written) ?? dispatch(entry, 'first'));
      });
    },
    resume: (entry) => again(entry, ['waiting', 'dispatching']),
    retry: (entry) => again(entry, RETRIABLE),
    isUnderWay: (id) => underWay.has(id),
    underWay: () => [...underWay.keys()],
  };
}
