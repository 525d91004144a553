import type { AccountId } from '@/lib/domain/account';
import type { AppError } from '@/lib/domain/app-error';
import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { AddOutcome, AddWaiting, Contact } from '@/lib/domain/contact';
import type { IntentId } from '@/lib/domain/ids';
import type { AddIntent, StateName } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Journal } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import { isNo, mayHaveArrived, triesOf, type Attempt } from './add-attempt';
import { effectOf } from './add-effect';
import { createRecognition, matchedBy, type AnsweredContact } from './answered-contact';
import type { Catalog } from '../workspace/catalog';
import { leftByEarlierAdd } from './earlier-add';
import { createLastWord } from './supersede';
import { createPersistentUpsert, type Upserted } from './upsert-until-known';
import { retryDelayMs } from '../retry-times';
import type { StandingService } from '../workspace/contact-status';
import type { Turns } from './person-mutex';
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
  resume(intent: AddIntent): Promise<Added>;
  /** The same on the user's own word, also of what was refused or left to them. */
  retry(intent: AddIntent): Promise<Added>;
  /** Whether this life of the worker has it under way. */
  isUnderWay(id: IntentId): boolean;
  /** Everything that this life of the worker has under way. */
  underWay(): readonly IntentId[];
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
  readonly journal: Journal;
  readonly catalog: Catalog;
  readonly standing: StandingService;
  readonly turns: Turns;
  readonly undoAdd: Pick<UndoAddService, 'settleBefore'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly timeout: (ms: number) => AbortSignal;
  /** Puts a list at the head of the recent ones. */
  readonly rememberList: (listId: string) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Adds people: at least once, on GetSales' idempotent upsert (reliability.md section 3). */
export function createAddContact(deps: AddContactDeps): AddContactService {
  const { client, journal, catalog, standing, turns, now } = deps;
  const upsert = createPersistentUpsert(deps);
  const underWay = new Map<IntentId, Promise<Added>>();
  const iso = (at = now()): string => new Date(at).toISOString();
  const lastWord = createLastWord({ journal, iso });
  const recognise = createRecognition(client);

  /** One act per intent: a second call with the same id gets the first one's outcome. */
  function once(id: IntentId, begin: () => Promise<Added>): Promise<Added> {
    const running = underWay.get(id);
    if (running !== undefined) return running;
    const end = begin().finally(() => underWay.delete(id));
    underWay.set(id, end);
    return end;
  }

  /** What became of an intent that was written down before. Nothing leaves again. */
  async function known(id: IntentId): Promise<Added> {
    const found = await journal.get(id);
    if (!found.ok) return found;
    if (found.value?.kind !== 'add') return err({ code: 'duplicate-intent', intentId: id });
    const { state } = found.value;
    if (state.name === 'done') return ok(state.outcome);
    if (state.name === 'waiting') return ok({ effect: 'waiting', error: state.error });
    return err('error' in state ? state.error : { code: 'duplicate-intent', intentId: id });
  }

  /** Takes up what is in one of these states by now: it may have been removed, replaced or ended since it was seen. */
  async function takeUp(id: IntentId, from: readonly StateName[]): Promise<Added> {
    const found = await journal.get(id);
    if (!found.ok) return found;
    if (found.value?.kind !== 'add' || !from.includes(found.value.state.name)) return known(id);
    const { state } = found.value;
    const dispatching = { name: 'dispatching', tries: triesOf(state) } as const;
    const taken = await journal.changeAdd(id, [state.name], { state: dispatching, settledAt: null });
    if (!taken.ok) return taken;
    return taken.value === null
      ? known(id)
      : dispatch(taken.value, mayHaveArrived(state) ? 'perhaps-repeated' : 'later');
  }

  function again({ id, identity }: AddIntent, from: readonly StateName[]): Promise<Added> {
    return once(id, () => turns.inTurn(identity, () => takeUp(id, from)));
  }

  async function dispatch(intent: AddIntent, attempt: Attempt): Promise<Added> {
    // What is still being taken back of this person could take away what this add is about to find.
    const settled = await deps.undoAdd.settleBefore(intent.identity);
    if (!settled.ok) return put(intent, settled.error, attempt);
    await lastWord.takePlace(intent);
    const beganAt = now();
    const before = await lookBefore(intent, attempt);
    if (!before.ok && before.error.code === 'key-rejected') return put(intent, before.error, attempt);
    const answer = await upsert(intent, attempt === 'perhaps-repeated');
    standing.forgetAll();
    if (answer.ok) {
      const known = before.ok ? before.value : null;
      const answered = await recognise(intent.identity, known, answer.value.contact);
      // The upsert may be repeated, and its answer is compared again then.
      if (!answered.ok) return put(intent, answered.error, 'perhaps-repeated');
      return succeed(intent, known, answer.value, { beganAt, attempt, answered: answered.value });
    }
    const { error, fate } = answer.error;
    if (isNo(answer.error)) return refuse(intent, error);
    return put(intent, error, fate === 'unknown' ? 'perhaps-repeated' : attempt);
  }

  /** The contact as it was before; an error does not stop an add. What was seen a moment ago will do for a first try. */
  async function lookBefore(intent: AddIntent, attempt: Attempt): Promise<Result<Contact | 'absent'>> {
    const mayBeOld = attempt === 'first' && intent.ifPresent === 'keep';
    const recent = mayBeOld ? standing.recent(intent.identity) : null;
    if (recent !== null) return ok(recent.kind === 'absent' ? 'absent' : recent.contact);
    const found = await client.lookup(intent.identity, deps.timeout(LOOK_BEFORE_MS));
    if (!found.ok) return found;
    if (found.value === null) return ok('absent');
    const isOther = compareContact(intent.identity, found.value) === 'other';
    return isOther ? err({ code: 'contact-mismatch' }) : ok(found.value);
  }

  async function refuse(intent: AddIntent, error: AppError): Promise<Added> {
    await journal.settleAdd(intent.id, { name: 'refused', error }, iso());
    await lastWord.giveBack(intent.id);
    if (error.code === 'not-found') await catalog.lists(true);
    await deps.changed();
    return err(error);
  }

  /** Puts it by for later. When that cannot be written down it stays as dispatched, which is carried on as well. */
  async function put(intent: AddIntent, error: AppError, attempt: Attempt): Promise<Added> {
    const tries = triesOf(intent.state) + 1;
    const retryAt = iso(now() + retryDelayMs(error, tries, deps.random));
    const neverLeft = attempt !== 'perhaps-repeated';
    await journal.settleAdd(intent.id, { name: 'waiting', error, tries, retryAt, neverLeft }, null);
    await deps.changed();
    return ok({ effect: 'waiting', error });
  }

  async function succeed(
    intent: AddIntent,
    before: Contact | 'absent' | null,
    { contact, serverNowMs }: Upserted,
    { beganAt, attempt, answered }: Course,
  ): Promise<Result<AddOutcome>> {
    const skewMs = serverNowMs === null ? null : serverNowMs - now();
    const { effect, undo } = effectOf({
      answered,
      before,
      contact,
      leftOn: await leftByEarlierAdd(journal, intent, contact.id),
      listId: intent.listId,
      mayMove: intent.ifPresent === 'move',
      beganAtServerMs: skewMs === null ? null : beganAt + skewMs,
      firstAtServerMs: skewMs === null || attempt !== 'perhaps-repeated' ? null : Date.parse(intent.createdAt) + skewMs,
    });
    const outcome: AddOutcome = {
      effect,
      contactId: contact.id,
      listId: contact.listId,
      listName: await listNameOf(contact, intent),
      undoUntil: undo === null ? null : iso(now() + UNDO_MS),
      ...(effect === 'matched-other' ? { matched: matchedBy(intent, contact) } : {}),
    };
    const state = { name: 'done', outcome, ...(undo === null ? {} : { undo }) } as const;
    const settled = await journal.settleAdd(intent.id, state, iso());
    await deps.rememberList(intent.listId);
    await deps.changed();
    // GetSales has the person either way; without the journal only Undo is lost.
    return ok(settled.ok ? outcome : { ...outcome, undoUntil: null });
  }

  async function listNameOf({ listId }: Contact, intent: AddIntent): Promise<string | null> {
    if (listId === null || listId === intent.listId) return listId === null ? null : intent.listName;
    const name = await catalog.listName(listId);
    return name.ok ? name.value : null;
  }

  return {
    add: (input) => {
      const { intentId, ...what } = input;
      const intent: AddIntent = {
        ...what,
        kind: 'add',
        id: intentId,
        account: deps.account,
        createdAt: iso(),
        settledAt: null,
        state: { name: 'dispatching' },
      };
      const writeDown = async (): Promise<Added | null> => {
        const written = await journal.add(intent);
        if (!written.ok) return written.error.code === 'duplicate-intent' ? known(intentId) : written;
        await deps.changed();
        return null;
      };
      return once(intentId, () => {
        const written = writeDown();
        return turns.inTurn(intent.identity, async () => (await written) ?? dispatch(intent, 'first'));
      });
    },
    resume: (intent) => again(intent, ['waiting', 'dispatching']),
    retry: (intent) => again(intent, RETRIABLE),
    isUnderWay: (id) => underWay.has(id),
    underWay: () => [...underWay.keys()],
  };
}
