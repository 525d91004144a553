import type { AppError } from '@/lib/domain/app-error';
import type { AddOutcome, AddWaiting, Contact } from '@/lib/domain/contact';
import { isSamePerson } from '@/lib/domain/identity';
import type { IntentId } from '@/lib/domain/ids';
import type { AddIntent } from '@/lib/domain/intent';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient, WriteFailure } from '@/lib/getsales/client';
import type { Journal } from '@/lib/journal/journal';
import type { InputOf } from '@/lib/messaging/protocol';
import { effectOf } from './add-effect';
import type { Catalog } from './catalog';
import { createPersistentUpsert, type Upserted } from './persistent-upsert';
import { retryDelayMs } from './schedule';
import type { StandingService } from './standing';

/** How long Undo is offered. */
export const UNDO_MS = 10_000;
/** The look before an add only serves to tell its effect; an add does not wait longer for it. */
const LOOK_BEFORE_MS = 8_000;

export type Added = Result<AddOutcome | AddWaiting>;

export interface AddContactService {
  /** Written down first, then tried until GetSales has the person or says no. `waiting`: later, by itself. */
  add(input: InputOf<'contact.add'>): Promise<Added>;
  /** Tries once more what was on its way when the worker died, or waits. Safe: the upsert is idempotent. */
  resume(intent: AddIntent): Promise<Added>;
  /** Whether this life of the worker has it under way. */
  isUnderWay(id: IntentId): boolean;
}

export interface AddContactDeps {
  readonly client: GetSalesClient;
  readonly journal: Journal;
  readonly catalog: Catalog;
  readonly standing: StandingService;
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
  const { client, journal, catalog, standing, now } = deps;
  const upsert = createPersistentUpsert(deps);
  const underWay = new Map<IntentId, { readonly intent: Pick<AddIntent, 'identity'>; readonly end: Promise<Added> }>();
  const iso = (): string => new Date(now()).toISOString();

  /** One act per intent: a second call with the same id gets the first one's outcome. One person's acts come in turn. */
  function once(id: IntentId, intent: Pick<AddIntent, 'identity'>, act: () => Promise<Added>): Promise<Added> {
    const running = underWay.get(id);
    if (running !== undefined) return running.end;
    const before = [...underWay.values()].filter((other) => isSamePerson(other.intent.identity, intent.identity));
    const end = Promise.allSettled(before.map((other) => other.end))
      .then(act)
      .finally(() => underWay.delete(id));
    underWay.set(id, { intent, end });
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

  async function dispatch(intent: AddIntent, isRepeated: boolean): Promise<Added> {
    const before = await lookBefore(intent);
    if (!before.ok && before.error.code === 'key-rejected') return put(intent, before.error);
    const answer = await upsert(intent, isRepeated);
    standing.forgetAll();
    if (!answer.ok) return isNo(answer.error) ? refuse(intent, answer.error.error) : put(intent, answer.error.error);
    return succeed(intent, before.ok ? before.value : null, answer.value, isRepeated);
  }

  /** The contact as it was before; an error does not stop an add. */
  async function lookBefore(intent: AddIntent): Promise<Result<Contact | 'absent'>> {
    const recent = intent.ifPresent === 'keep' ? standing.recent(intent.identity) : null;
    if (recent !== null) return ok(recent.kind === 'absent' ? 'absent' : recent.contact);
    const found = await client.lookup(intent.identity, deps.timeout(LOOK_BEFORE_MS));
    return found.ok ? ok(found.value ?? 'absent') : found;
  }

  async function refuse(intent: AddIntent, error: AppError): Promise<Added> {
    await journal.settleAdd(intent.id, { name: 'refused', error }, iso());
    if (error.code === 'not-found') await catalog.lists(true);
    await deps.changed();
    return err(error);
  }

  /** Puts it by for later. When that cannot be written down it stays as dispatched, which is carried on as well. */
  async function put(intent: AddIntent, error: AppError): Promise<Added> {
    const tries = intent.state.name === 'waiting' ? intent.state.tries + 1 : 1;
    const retryAt = new Date(now() + retryDelayMs(error, tries, deps.random)).toISOString();
    await journal.settleAdd(intent.id, { name: 'waiting', error, tries, retryAt }, null);
    await deps.changed();
    return ok({ effect: 'waiting', error });
  }

  async function succeed(
    intent: AddIntent,
    before: Contact | 'absent' | null,
    { contact, serverNowMs }: Upserted,
    isRepeated: boolean,
  ): Promise<Result<AddOutcome>> {
    const beganAtServerMs = serverNowMs === null ? null : Date.parse(intent.createdAt) + serverNowMs - now();
    const mayMove = intent.ifPresent === 'move';
    const { effect, undo } = effectOf({
      before,
      contact,
      listId: intent.listId,
      mayMove,
      beganAtServerMs,
      isRepeated,
    });
    const outcome: AddOutcome = {
      effect,
      contactId: contact.id,
      listId: contact.listId,
      listName: await listNameOf(contact, intent),
      undoUntil: undo === null ? null : new Date(now() + UNDO_MS).toISOString(),
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

  /** The last word about a person counts: what still waits for them is not carried on any more. */
  async function replaceEarlier({ id, identity }: AddIntent): Promise<void> {
    const waiting = await journal.inStates(['waiting']);
    const earlier = waiting.ok ? waiting.value.filter((other) => other.kind === 'add') : [];
    for (const other of earlier.filter((one) => isSamePerson(one.identity, identity))) {
      await journal.changeAdd(other.id, ['waiting'], { state: { name: 'replaced', by: id }, settledAt: iso() });
    }
  }

  return {
    add: (input) =>
      once(input.intentId, input, async () => {
        const { intentId, ...what } = input;
        const intent: AddIntent = {
          ...what,
          kind: 'add',
          id: intentId,
          createdAt: iso(),
          settledAt: null,
          state: { name: 'dispatching' },
        };
        const written = await journal.add(intent);
        if (!written.ok) return written.error.code === 'duplicate-intent' ? known(intentId) : written;
        await replaceEarlier(intent);
        await deps.changed();
        return dispatch(intent, false);
      }),
    resume: (intent) => once(intent.id, intent, () => dispatch(intent, true)),
    isUnderWay: (id) => underWay.has(id),
  };
}

const NO: ReadonlySet<AppError['code']> = new Set(['refused', 'not-found', 'payment-required', 'bad-request']);

/** GetSales read this very request and said no: repeating it would only be told the same. */
function isNo({ fate, error }: WriteFailure): boolean {
  const isForbidden = error.code === 'forbidden' && error.by === 'api';
  return fate === 'not-done' && (isForbidden || NO.has(error.code));
}
