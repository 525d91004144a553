import type { AccountId } from '@/lib/domain/account';
import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { AddOutcome, AddWaiting, Contact } from '@/lib/domain/contact';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, StateName } from '@/lib/domain/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { Outbox } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import { createAddOutcomes, isFinalRefusal, mayHaveArrived, retriesOf, type Attempt } from './add-outcome';
import { createRecognition } from './answered-contact';
import type { Catalog } from '../workspace/catalog';
import { createInFlight, type InFlight } from '../in-flight';
import { supersedeEarlier } from './supersede';
import { createUpsertUntilKnown } from './upsert-until-known';
import type { ContactStatusService } from '../workspace/contact-status';
import type { PersonMutex } from './person-mutex';
import type { UndoAddService } from './undo-add';

/** The look-up before an add only serves to report its effect, so an add waits no longer for it. */
const LOOKUP_TIMEOUT_MS = 8_000;

/** The states from which a user may retry an add. */
export const RETRIABLE = ['waiting', 'refused', 'unknown'] as const satisfies readonly StateName[];

export type AddResult = Result<AddOutcome | AddWaiting>;

export interface AddContactService {
  readonly inFlight: InFlight;
  /** Writes the add to the outbox, then tries until GetSales has the person or refuses. `waiting`: it is retried automatically. */
  add(input: InputOf<'contact.add'>): Promise<AddResult>;
  /** Tries an add again that is waiting or was interrupted. Safe: the upsert is idempotent. */
  resume(entry: AddEntry): Promise<AddResult>;
  /** The same at the user's request, also for adds that were refused or left to the user. */
  retry(entry: AddEntry): Promise<AddResult>;
}

export interface AddContactDeps {
  readonly account: AccountId;
  readonly client: GetSalesClient;
  readonly outbox: Outbox;
  readonly catalog: Catalog;
  readonly contactStatus: ContactStatusService;
  readonly personMutex: PersonMutex;
  readonly undoAdd: Pick<UndoAddService, 'resumeFor'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly timeout: (ms: number) => AbortSignal;
  /** Puts a list at the top of the recent ones. */
  readonly rememberList: (listId: string) => Promise<void>;
  readonly changed: () => Promise<void>;
}

/** Adds people: at least once, on GetSales' idempotent upsert (docs/reliability.md#adding-a-contact). */
export function createAddContact(deps: AddContactDeps): AddContactService {
  const { client, outbox, contactStatus, personMutex, now } = deps;
  const upsert = createUpsertUntilKnown(deps);
  const inFlight = createInFlight<AddResult>();
  const { refuse, scheduleRetry, complete } = createAddOutcomes(deps);
  const recognise = createRecognition(client);

  /** Processes an entry once at a time: a second call with its id gets the first one's result. */
  const runOnce = (id: EntryId, task: () => Promise<AddResult>): Promise<AddResult> =>
    inFlight.get(id) ?? inFlight.run(id, task);

  /** The recorded result of an entry. Sends nothing. */
  async function recordedResult(id: EntryId): Promise<AddResult> {
    const found = await outbox.get(id);
    if (!found.ok) return found;
    if (found.value?.kind !== 'add') return err({ code: 'duplicate-intent', entryId: id });
    const { state } = found.value;
    if (state.name === 'done') return ok(state.outcome);
    if (state.name === 'waiting') return ok({ effect: 'waiting', error: state.error });
    return err('error' in state ? state.error : { code: 'duplicate-intent', entryId: id });
  }

  /** Tries an entry again if it is still in one of these states: it may have been removed, superseded or ended since it was read. */
  async function tryAgain(id: EntryId, from: readonly StateName[]): Promise<AddResult> {
    const found = await outbox.get(id);
    if (!found.ok) return found;
    if (found.value?.kind !== 'add' || !from.includes(found.value.state.name)) return recordedResult(id);
    const { state } = found.value;
    const dispatching = { name: 'dispatching', tries: retriesOf(state) } as const;
    const claimed = await outbox.changeAdd(id, [state.name], { state: dispatching, settledAt: null });
    if (!claimed.ok) return claimed;
    return claimed.value === null
      ? recordedResult(id)
      : dispatch(claimed.value, mayHaveArrived(state) ? 'perhaps-repeated' : 'later');
  }

  function tryAgainExclusively({ id, identity }: AddEntry, from: readonly StateName[]): Promise<AddResult> {
    return runOnce(id, () => personMutex.runExclusive(identity, () => tryAgain(id, from)));
  }

  async function dispatch(entry: AddEntry, attempt: Attempt): Promise<AddResult> {
    // A pending undo could delete this contact.
    const undone = await deps.undoAdd.resumeFor(entry.identity);
    if (!undone.ok) return scheduleRetry(entry, undone.error, attempt);
    await supersedeEarlier(deps, entry);
    const beganAt = now();
    const before = await lookupBefore(entry, attempt);
    if (!before.ok && before.error.code === 'key-rejected') return scheduleRetry(entry, before.error, attempt);
    const answer = await upsert(entry, attempt === 'perhaps-repeated');
    contactStatus.forgetAll();
    if (answer.ok) {
      const known = before.ok ? before.value : null;
      const answered = await recognise(entry.identity, known, answer.value.contact);
      // Repeating the upsert is safe, and compares its answer again.
      if (!answered.ok) return scheduleRetry(entry, answered.error, 'perhaps-repeated');
      return complete(entry, { before: known, upserted: answer.value, beganAt, attempt, answered: answered.value });
    }
    const { error, fate } = answer.error;
    if (isFinalRefusal(answer.error)) return refuse(entry, error);
    return scheduleRetry(entry, error, fate === 'unknown' ? 'perhaps-repeated' : attempt);
  }

  /** The contact as it was before the add; an error does not stop the add. A first try may use a recent answer. */
  async function lookupBefore(entry: AddEntry, attempt: Attempt): Promise<Result<Contact | 'absent'>> {
    const canUseRecent = attempt === 'first' && entry.ifPresent === 'keep';
    const recent = canUseRecent ? contactStatus.recent(entry.identity) : null;
    if (recent !== null) return ok(recent.kind === 'absent' ? 'absent' : recent.contact);
    const found = await client.lookup(entry.identity, deps.timeout(LOOKUP_TIMEOUT_MS));
    if (!found.ok) return found;
    if (found.value === null) return ok('absent');
    const isOther = compareContact(entry.identity, found.value) === 'other';
    return isOther ? err({ code: 'contact-mismatch' }) : ok(found.value);
  }

  return {
    add: (input) => {
      const { entryId, ...what } = input;
      const entry: AddEntry = {
        ...what,
        kind: 'add',
        id: entryId,
        account: deps.account,
        createdAt: new Date(now()).toISOString(),
        settledAt: null,
        state: { name: 'dispatching' },
      };
      const write = async (): Promise<AddResult | null> => {
        const written = await outbox.add(entry);
        if (!written.ok) return written.error.code === 'duplicate-intent' ? recordedResult(entryId) : written;
        await deps.changed();
        return null;
      };
      return runOnce(entryId, () => {
        // Written before the person's turn comes, so that it survives the worker.
        const written = write();
        return personMutex.runExclusive(entry.identity, async () => (await written) ?? dispatch(entry, 'first'));
      });
    },
    resume: (entry) => tryAgainExclusively(entry, ['waiting', 'dispatching']),
    retry: (entry) => tryAgainExclusively(entry, RETRIABLE),
    inFlight,
  };
}
