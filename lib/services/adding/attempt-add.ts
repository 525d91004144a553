import { backoffMs, QUICK_RETRIES } from '@/lib/domain/backoff';
import { compareContact } from '@/lib/linkedin/interpret/compare-contact';
import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome, AddWaiting, Contact } from '@/lib/domain/contact';
import { isSamePerson } from '@/lib/domain/identity';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient } from '@/lib/getsales/client';
import type { WriteFailure } from '@/lib/getsales/write-failure';
import type { Outbox } from '@/lib/outbox/outbox';
import type { ContactStatusService } from '../workspace/contact-status';
import { complete, refuse, scheduleRetry, type AnsweredAdd, type OutcomeDeps } from './add-outcome';
import { recognise } from './answered-contact';
import type { UndoAddService } from './undo-add';

/** The lookup before an add only serves to report its effect, so an add waits no longer for it. */
const LOOKUP_TIMEOUT_MS = 8_000;

/** An upsert may be repeated for the same person (docs/getsales-api.md#upsert): up to three attempts while the outcome is unknown. */
const ATTEMPTS = 3;

export type AddResult = Result<AddOutcome | AddWaiting>;

export interface AttemptDeps extends OutcomeDeps {
  readonly client: Pick<GetSalesClient, 'lookup' | 'upsert'>;
  readonly contactStatus: Pick<ContactStatusService, 'recent' | 'forgetAll'>;
  readonly undoAdd: Pick<UndoAddService, 'resumeFor'>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly timeout: (ms: number) => AbortSignal;
  /** The adds that the user is cancelling: they are not repeated. */
  readonly cancelled: ReadonlySet<EntryId>;
}

/**
 * Carries out an add that is `dispatching`: looks the person up, sends the upsert (up to three times), records the outcome.
 * Call it while holding the person's mutex.
 */
export async function attemptAdd(deps: AttemptDeps, entry: AddEntry): Promise<AddResult> {
  const { client, contactStatus } = deps;
  const isRepeated = entry.state.name === 'dispatching' && entry.state.mayHaveArrived;
  // A pending undo could delete this contact.
  const undone = await deps.undoAdd.resumeFor(entry.identity);
  if (!undone.ok) return scheduleRetry(deps, entry, undone.error, isRepeated);
  await supersedeEarlier(deps.outbox, entry);
  const beganAt = deps.monotonic();
  const found = await lookupBefore(deps, entry);
  if (!found.ok && found.error.code === 'key-rejected') return scheduleRetry(deps, entry, found.error, isRepeated);
  const upserted = await upsertUntilKnown(deps, entry, isRepeated);
  contactStatus.forgetAll();
  if (!upserted.ok) {
    const { error, fate } = upserted.error;
    // What a cancelled add superseded does not come back.
    if (!deps.cancelled.has(entry.id) && isFinalRefusal(upserted.error)) return refuse(deps, entry, error);
    return scheduleRetry(deps, entry, error, isRepeated || fate === 'unknown');
  }
  const before = found.ok ? found.value : null;
  const answered = await recognise(client, entry.identity, before, upserted.value.contact);
  // Repeating the upsert is safe, and compares its answer again.
  if (!answered.ok) return scheduleRetry(deps, entry, answered.error, true);
  return complete(deps, entry, {
    before,
    upserted: upserted.value,
    beganAt,
    isRepeated,
    answered: answered.value,
  });
}

/**
 * Supersedes older open adds for this person: the newest one counts. Call it while holding the person's mutex, so that none
 * of them is in flight. An entry that ended in between stays as it is.
 */
async function supersedeEarlier(outbox: Outbox, { id, identity }: AddEntry): Promise<void> {
  const open = await outbox.inStates(['waiting', 'dispatching']);
  const entries = open.ok ? open.value : [];
  const place = entries.findIndex((other) => other.id === id);
  for (const [index, other] of entries.entries()) {
    const isEarlier = index < place && other.kind === 'add' && isSamePerson(other.identity, identity);
    if (isEarlier) await outbox.applyToAdd(other.id, { type: 'superseded', by: id });
  }
}

/** The contact as it was before the add; an error does not stop the add. A first try may use a recent answer. */
async function lookupBefore(
  { client, contactStatus, timeout }: AttemptDeps,
  { identity, ifPresent, state }: AddEntry,
): Promise<Result<Contact | 'absent'>> {
  const isFirst = state.name === 'dispatching' && state.tries === 0 && !state.mayHaveArrived;
  const recent = isFirst && ifPresent === 'keep' ? contactStatus.recent(identity) : null;
  if (recent !== null) return ok(recent.kind === 'absent' ? 'absent' : recent.contact);
  const found = await client.lookup(identity, timeout(LOOKUP_TIMEOUT_MS));
  if (!found.ok) return found;
  if (found.value === null) return ok('absent');
  const isOther = compareContact(identity, found.value) === 'other';
  return isOther ? err({ code: 'contact-mismatch' }) : ok(found.value);
}

/**
 * Repeats an upsert while it is unknown whether it arrived. After one attempt with an unknown outcome, only GetSales can
 * settle the add: by an answer, by a refusal, or by having the person on the list.
 *
 * @param isRepeated an attempt before this call may have arrived
 * @returns what GetSales answered, and whether a request before that one may have arrived
 */
async function upsertUntilKnown(
  { client, random, sleep, cancelled }: AttemptDeps,
  entry: AddEntry,
  isRepeated: boolean,
): Promise<Result<AnsweredAdd['upserted'], WriteFailure>> {
  const { identity, listId, draft } = entry;
  const request = { identity, listId, draft, moveToList: entry.ifPresent === 'move' };
  let mayHaveArrived = isRepeated;
  for (let attempt = 1; ; attempt += 1) {
    if (cancelled.has(entry.id)) return lookForPerson(client, entry, { fate: 'unknown', error: { code: 'cancelled' } });
    const answer = await client.upsert(request);
    if (answer.ok) return ok({ ...answer.value, mayHaveArrived });
    const failure = answer.error;
    mayHaveArrived ||= failure.fate === 'unknown';
    if (saysExists(failure.error)) return lookForPerson(client, entry, failure);
    if (failure.fate === 'not-done' && (!mayHaveArrived || isRefusal(failure.error))) return answer;
    if (failure.fate === 'not-done' || attempt >= ATTEMPTS) return lookForPerson(client, entry, failure);
    await sleep(backoffMs(attempt, random, QUICK_RETRIES));
  }
}

/** Some answers say that the person exists instead of keeping the contact. */
const EXISTS = /\balready (?:exists?|(?:been )?taken|in use)\b|\bduplicate\b/iu;

function saysExists(error: AppError): boolean {
  return error.code === 'refused' && error.problems.some(({ message }) => EXISTS.test(message));
}

/**
 * Finding the person on the list proves that the upsert arrived; after an answer without the contact, finding them anywhere
 * settles an add that keeps existing contacts. Not finding them proves nothing: a lost upsert still may have arrived.
 */
async function lookForPerson(
  client: Pick<GetSalesClient, 'lookup'>,
  { identity, listId, ifPresent }: AddEntry,
  failure: WriteFailure,
): Promise<Result<AnsweredAdd['upserted'], WriteFailure>> {
  const found = await client.lookup(identity);
  const contact = found.ok ? found.value : null;
  const wasAnswered = failure.error.code === 'unreadable-answer' || saysExists(failure.error);
  const isKept = ifPresent === 'keep' && wasAnswered;
  const isPlaced = contact !== null && (isKept || contact.listId === listId);
  // Another contact proves nothing about this person.
  if (isPlaced && compareContact(identity, contact) !== 'other')
    return ok({ contact, serverNowMs: null, mayHaveArrived: true });
  return err(found.ok && isFinalRefusal(failure) ? failure : { ...failure, fate: 'unknown' });
}

/** GetSales read this request and refused it; it would have refused an earlier attempt as well. */
function isRefusal({ code }: AppError): boolean {
  return code === 'refused' || code === 'not-found';
}

const FINAL: ReadonlySet<AppError['code']> = new Set(['refused', 'not-found', 'payment-required', 'bad-request']);

/** Whether GetSales read this very request and refused it, so that repeating it would fail in the same way. */
function isFinalRefusal({ fate, error }: WriteFailure): boolean {
  const isForbidden = error.code === 'forbidden' && error.by === 'api';
  return fate === 'not-done' && (isForbidden || FINAL.has(error.code));
}
