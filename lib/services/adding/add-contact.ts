import type { AccountId } from '@/lib/domain/account';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import { hasEnded, NO_ENTRY } from '@/lib/domain/outbox/transitions';
import { err, ok, type Result } from '@/lib/domain/result';
import type { InputOf } from '@/lib/messaging/protocol';
import type { Outbox } from '@/lib/outbox/outbox';
import { createInFlight, type InFlight, type InFlightTasks, type PersonMutex } from '../exclusive';
import { attemptAdd, type AddResult, type AttemptDeps } from './attempt-add';

export interface AddContactService {
  readonly inFlight: InFlight;
  /** Writes the add to the outbox, then tries until GetSales has the person or refuses. `waiting`: it is retried automatically. */
  add(input: InputOf<'contact.add'>): Promise<AddResult>;
  /** Tries an add again that is waiting or was interrupted. Safe: the upsert is idempotent. */
  resume(entry: AddEntry): Promise<AddResult>;
  /** The same at the user's request, also for adds that were refused or left to the user. */
  retry(entry: AddEntry): Promise<AddResult>;
  /**
   * Cancels an add: stops an attempt after the request under way, then removes the entry unless GetSales has the person
   * (`too-late`). `not-found` when there is no such entry any more.
   */
  cancel(entryId: EntryId): Promise<Result<null>>;
}

export interface AddContactDeps extends Omit<AttemptDeps, 'cancelled'> {
  readonly account: AccountId;
  readonly personMutex: PersonMutex;
  /** An error while the key is missing or was rejected. */
  readonly usable: () => Promise<Result<null>>;
}

/** Adds people: at least once, on GetSales' idempotent upsert (docs/reliability.md#adding-a-contact). */
export function createAddContact(options: AddContactDeps): AddContactService {
  const cancelled = new Set<EntryId>();
  const deps = { ...options, cancelled };
  const inFlight = createInFlight<AddResult>();

  /** Processes an entry once at a time: a second call with its id gets the first one's result. */
  const once = (id: EntryId, task: () => Promise<AddResult>): Promise<AddResult> =>
    inFlight.get(id) ?? inFlight.run(id, task);
  const tryAgain = ({ id, identity }: AddEntry, event: 'resumed' | 'retried'): Promise<AddResult> =>
    once(id, () => deps.personMutex.runExclusive(identity, () => claimAndAttempt(deps, id, event)));

  return {
    inFlight,
    add: (input) =>
      once(input.entryId, () => {
        const entry = newEntry(deps, input);
        // Written before the person's mutex is free, so that it survives the worker.
        const written = write(deps, entry);
        return deps.personMutex.runExclusive(entry.identity, async () => (await written) ?? attemptAdd(deps, entry));
      }),
    resume: (entry) => tryAgain(entry, 'resumed'),
    retry: (entry) => tryAgain(entry, 'retried'),
    async cancel(id) {
      cancelled.add(id);
      const known = await deps.outbox.get(id);
      const entry = known.ok ? known.value : null;
      // Left under way by a worker that ended: it may have arrived, so the person is looked for first.
      if (entry?.kind === 'add' && entry.state.name === 'dispatching' && (await deps.usable()).ok)
        await tryAgain(entry, 'resumed');
      const removed = await removeOnceIdle(deps.outbox, inFlight, id);
      cancelled.delete(id);
      await deps.changed();
      if (!removed.ok || removed.value > 0) return removed.ok ? ok(null) : removed;
      return err(entry === null ? NO_ENTRY : { code: 'too-late' });
    },
  };
}

/** The states of an add of which no answer says that GetSales has the person. */
const NOT_ADDED = ['waiting', 'refused', 'unknown', 'dispatching'] as const;

/** Removes an entry of an add unless GetSales has the person, after an attempt that is under way. Answers how many: 0 or 1. */
async function removeOnceIdle(
  outbox: Pick<Outbox, 'remove'>,
  inFlight: InFlightTasks<AddResult>,
  id: EntryId,
): Promise<Result<number>> {
  await inFlight.get(id);
  const removed = await outbox.remove(
    NOT_ADDED,
    (entry) => entry.id === id && (entry.state.name !== 'dispatching' || !inFlight.has(id)),
  );
  return removed.ok && removed.value === 0 && inFlight.has(id) ? removeOnceIdle(outbox, inFlight, id) : removed;
}

function newEntry({ account, now }: AddContactDeps, { entryId, ...what }: InputOf<'contact.add'>): AddEntry {
  return {
    ...what,
    kind: 'add',
    id: entryId,
    account,
    createdAt: new Date(now()).toISOString(),
    settledAt: null,
    state: { name: 'dispatching', tries: 0, mayHaveArrived: false },
  };
}

/** Writes a new entry to the outbox. Null when it may be attempted now. */
async function write({ outbox, changed }: AddContactDeps, entry: AddEntry): Promise<AddResult | null> {
  const written = await outbox.add(entry);
  if (!written.ok) return written.error.code === 'duplicate-entry' ? recordedResult(outbox, entry.id) : written;
  await changed();
  return null;
}

/** Tries an entry again if its state allows it: it may have been removed, superseded or ended since it was read. */
async function claimAndAttempt(deps: AttemptDeps, id: EntryId, type: 'resumed' | 'retried'): Promise<AddResult> {
  const claimed = await deps.outbox.applyToAdd(id, { type });
  if (claimed.ok) {
    // Has the alarm set, in case the worker stops. The scheduler does so itself for what it resumes.
    if (type === 'retried') await deps.changed();
    return attemptAdd(deps, claimed.value.entry);
  }
  return hasEnded(claimed.error) ? recordedResult(deps.outbox, id) : claimed;
}

/** The recorded result of an entry. Sends nothing. */
async function recordedResult(outbox: Pick<Outbox, 'get'>, id: EntryId): Promise<AddResult> {
  const found = await outbox.get(id);
  if (!found.ok) return found;
  const state = found.value?.kind === 'add' ? found.value.state : null;
  if (state?.name === 'done') return ok(state.outcome);
  if (state?.name === 'waiting') return ok({ effect: 'waiting', error: state.error });
  return err(state !== null && 'error' in state ? state.error : { code: 'duplicate-entry', entryId: id });
}
