import type { AddOutcome, Contact } from '@/lib/domain/contact';
import type { IntentId } from '@/lib/domain/ids';
import type { AddIntent } from '@/lib/domain/intent';
import { err, ok, type Result } from '@/lib/domain/result';
import type { GetSalesClient, WriteFailure } from '@/lib/getsales/client';
import type { Journal } from '@/lib/journal/journal';
import type { InputOf } from '@/lib/messaging/protocol';
import { effectOf } from './add-effect';
import type { Catalog } from './catalog';
import type { StandingService } from './standing';
import { createPersistentUpsert, type Upserted } from './persistent-upsert';

/** How long Undo is offered. */
export const UNDO_MS = 10_000;
/** The look before an add only serves to tell its effect; an add does not wait longer for it. */
const LOOK_BEFORE_MS = 8_000;

export interface AddContactService {
  add(input: InputOf<'contact.add'>): Promise<Result<AddOutcome>>;
  /** Carries an intent to its end that was on its way when the worker died. Safe: the upsert is idempotent. */
  resume(intent: AddIntent): Promise<Result<AddOutcome>>;
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

/** Adds people: written down first, sent once, repeated only while nobody knows whether it arrived. */
export function createAddContact(deps: AddContactDeps): AddContactService {
  const { client, journal, catalog, standing, now } = deps;
  const upsert = createPersistentUpsert(deps);
  const underWay = new Map<IntentId, Promise<Result<AddOutcome>>>();
  const iso = (): string => new Date(now()).toISOString();

  /** One act per intent: a second call with the same id gets the first one's outcome. */
  function once(id: IntentId, act: () => Promise<Result<AddOutcome>>): Promise<Result<AddOutcome>> {
    const running = underWay.get(id);
    if (running !== undefined) return running;
    const started = act().finally(() => underWay.delete(id));
    underWay.set(id, started);
    return started;
  }

  /** What became of an intent that was written down before. Nothing leaves again. */
  async function known(id: IntentId): Promise<Result<AddOutcome>> {
    const found = await journal.get(id);
    if (!found.ok) return found;
    if (found.value?.kind !== 'add') return err({ code: 'duplicate-intent', intentId: id });
    const { state } = found.value;
    if (state.name === 'done') return ok(state.outcome);
    return err('error' in state ? state.error : { code: 'duplicate-intent', intentId: id });
  }

  async function dispatch(intent: AddIntent, isRepeated: boolean): Promise<Result<AddOutcome>> {
    const before = await lookBefore(intent);
    if (!before.ok && before.error.code === 'key-rejected') {
      return fail(intent, { fate: isRepeated ? 'unknown' : 'not-done', error: before.error });
    }
    const answer = await upsert(intent, isRepeated);
    standing.forgetAll();
    if (!answer.ok) return fail(intent, answer.error);
    return succeed(intent, before.ok ? before.value : null, answer.value, isRepeated);
  }

  /** The contact as it was before; an error does not stop an add. */
  async function lookBefore(intent: AddIntent): Promise<Result<Contact | 'absent'>> {
    const recent = intent.ifPresent === 'keep' ? standing.recent(intent.identity) : null;
    if (recent !== null) return ok(recent.kind === 'absent' ? 'absent' : recent.contact);
    const found = await client.lookup(intent.identity, deps.timeout(LOOK_BEFORE_MS));
    return found.ok ? ok(found.value ?? 'absent') : found;
  }

  async function fail(intent: AddIntent, { fate, error }: WriteFailure): Promise<Result<never>> {
    await journal.settleAdd(intent.id, { name: fate === 'unknown' ? 'unknown' : 'refused', error }, iso());
    await deps.changed();
    return err(error);
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

  return {
    add: (input) =>
      once(input.intentId, async () => {
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
        if (written.ok) return dispatch(intent, false);
        return written.error.code === 'duplicate-intent' ? known(intentId) : written;
      }),
    resume: (intent) => once(intent.id, () => dispatch(intent, true)),
  };
}
