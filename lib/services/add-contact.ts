import type { AppError } from '@/lib/domain/app-error';
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

/** How long Undo of a fresh contact is offered. */
export const UNDO_MS = 10_000;
/** An upsert may be repeated for the same person (getsales-api.md 3.5): one try and two more when its fate is unknown. */
const TRIES = 3;
const RETRY_STEP_MS = 500;

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
  /** Puts a list at the head of the recent ones. */
  readonly rememberList: (listId: string) => Promise<void>;
  readonly changed: () => Promise<void>;
}

export function createAddContact(deps: AddContactDeps): AddContactService {
  const { client, journal, catalog, standing, now } = deps;
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

  async function alreadyKnown(id: IntentId): Promise<Result<AddOutcome>> {
    const known = await journal.get(id);
    if (!known.ok) return known;
    if (known.value?.kind === 'add' && known.value.state.name === 'done') return ok(known.value.state.outcome);
    return err({ code: 'duplicate-intent', intentId: id });
  }

  async function dispatch(intent: AddIntent, mayMove: boolean): Promise<Result<AddOutcome>> {
    // A failed look-up does not stop an add; the effect is then told from the answer alone.
    const before = standing.recent(intent.identity) ?? valueOf(await standing.get(intent.identity, true));
    const answer = await upsertWithRetry(intent, mayMove);
    standing.forget(intent.identity);
    if (!answer.ok) {
      const { fate, error } = answer.error;
      await journal.settleAdd(intent.id, { name: fate === 'unknown' ? 'unknown' : 'refused', error }, iso());
      await deps.changed();
      return err(error);
    }
    const { contact, serverNowMs } = answer.value;
    const outcome = await describe(contact, effectOf({ before, contact, listId: intent.listId, mayMove, serverNowMs }));
    const settled = await journal.settleAdd(intent.id, { name: 'done', outcome }, iso());
    await deps.rememberList(intent.listId);
    await deps.changed();
    return settled.ok ? ok(outcome) : settled;
  }

  async function upsertWithRetry(intent: AddIntent, mayMove: boolean): ReturnType<GetSalesClient['upsert']> {
    const request = {
      identity: intent.identity,
      listId: intent.listId,
      draft: intent.draft,
      updateIfExists: false,
      moveToList: mayMove,
    };
    let answer = await client.upsert(request);
    for (let tried = 1; tried < TRIES && isUnknown(answer); tried += 1) {
      await deps.sleep(deps.random() * RETRY_STEP_MS * 2 ** tried);
      answer = await client.upsert(request);
    }
    return answer;
  }

  async function describe(contact: Contact, effect: AddOutcome['effect']): Promise<AddOutcome> {
    const name = contact.listId === null ? null : valueOf(await catalog.listName(contact.listId));
    return {
      effect,
      contactId: contact.id,
      listId: contact.listId,
      listName: name,
      undoUntil: effect === 'created' ? new Date(now() + UNDO_MS).toISOString() : null,
    };
  }

  return {
    add: (input) =>
      once(input.intentId, async () => {
        const intent: AddIntent = {
          kind: 'add',
          id: input.intentId,
          createdAt: iso(),
          settledAt: null,
          personName: input.personName,
          identity: input.identity,
          listId: input.listId,
          listName: input.listName,
          draft: input.draft,
          ifPresent: input.ifPresent,
          state: { name: 'dispatching' },
        };
        const written = await journal.add(intent);
        if (written.ok) return dispatch(intent, input.ifPresent === 'move');
        return written.error.code === 'duplicate-intent' ? alreadyKnown(intent.id) : written;
      }),
    resume: (intent) => once(intent.id, () => dispatch(intent, intent.ifPresent === 'move')),
  };
}

function isUnknown(answer: Result<unknown, WriteFailure>): boolean {
  return !answer.ok && answer.error.fate === 'unknown';
}

function valueOf<T>(result: Result<T, AppError>): T | null {
  return result.ok ? result.value : null;
}
