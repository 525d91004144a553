import type { ContactStatus, Contact } from '@/lib/domain/contact';
import type { AddEntry, OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import { ok, type Result } from '@/lib/domain/result';
import type { Upserted } from '@/lib/getsales/resources/contacts';
import type { WriteFailure } from '@/lib/getsales/write-failure';
import { createOutboxStore, type Outbox } from '@/lib/outbox/outbox';
import { addEntry, listA } from '@/lib/outbox/testing/entries';
import { contactOf } from '@/lib/domain/testing/contact';
import { createPersonMutex } from '../../exclusive';
import { createAddContact, type AddContactDeps, type AddContactService } from '../add-contact';
import { attemptAdd, type AddResult, type AttemptDeps } from '../attempt-add';

/** When an attempt begins; GetSales' clock is a minute ahead. */
export const NOW = Date.UTC(2026, 10, 23, 12);
const SERVER_NOW = NOW + 60_000;
export const serverTime = (ms: number): string => new Date(SERVER_NOW + ms).toISOString();

/** Mira on the wanted list, as GetSales creates her. */
export const created = contactOf({ listId: listA, createdAt: serverTime(400) });
export const upserted = (contact: Contact, serverNowMs: number | null = SERVER_NOW): Result<Upserted, WriteFailure> =>
  ok({ contact, serverNowMs });

export interface Given {
  readonly entry?: Partial<AddEntry>;
  /** Entries that were written before it. */
  readonly before?: readonly OutboxEntry[];
  /** Answers of GetSales in turn; the last one repeats. */
  readonly lookups?: readonly Result<Contact | null>[];
  readonly upserts?: readonly Result<Upserted, WriteFailure>[];
  readonly recent?: ContactStatus;
  readonly undone?: Result<null>;
  /** The name of a list that was not asked for. */
  readonly listName?: Result<string | null>;
}

export interface Attempt {
  readonly outbox: Outbox;
  readonly deps: AttemptDeps;
  readonly entry: AddEntry;
  /** Requests and waits, in order. */
  readonly steps: string[];
  readonly run: () => Promise<AddResult>;
  readonly state: () => Promise<unknown>;
}

/** An add that is about to be attempted, with its entry in an outbox in memory. */
export async function attemptOf(given: Given = {}): Promise<Attempt> {
  const outbox = createOutboxStore(() => NOW).of({ owns: () => true });
  const entry = addEntry(1, { createdAt: new Date(NOW).toISOString(), ...given.entry });
  for (const each of [...(given.before ?? []), entry]) await outbox.add(each);
  const steps: string[] = [];
  const answers = <T>(all: readonly T[] | undefined, fallback: T) => {
    const left = [...(all ?? [fallback])];
    return (): Promise<T> => Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? fallback);
  };
  const lookup = answers(given.lookups, ok(null));
  const upsert = answers<Result<Upserted, WriteFailure>>(given.upserts, upserted(created));
  const note = (step: string): Promise<void> => {
    steps.push(step);
    return Promise.resolve();
  };
  const deps: AttemptDeps = {
    outbox,
    client: {
      lookup: () => {
        steps.push('lookup');
        return lookup();
      },
      upsert: ({ moveToList }) => {
        steps.push(moveToList ? 'move' : 'upsert');
        return upsert();
      },
    },
    contactStatus: { recent: () => given.recent ?? null, forgetAll: () => void note('forget') },
    undoAdd: { resumeFor: () => Promise.resolve(given.undone ?? ok(null)) },
    catalog: {
      lists: async (fresh) => {
        await note(`lists ${String(fresh)}`);
        return ok({ account: entry.account, value: { lists: [], more: false }, asOf: '' });
      },
      listName: (id) => Promise.resolve(given.listName ?? ok(`list ${id}`)),
    },
    now: () => NOW,
    monotonic: () => 0,
    random: () => 0.5,
    sleep: (ms) => note(`sleep ${String(ms)}`),
    timeout: () => new AbortController().signal,
    cancelled: new Set(),
    rememberList: (id) => note(`remember ${id}`),
    changed: () => note('changed'),
  };
  return {
    outbox,
    deps,
    entry,
    steps,
    run: () => attemptAdd(deps, entry),
    state: async () => {
      const found = await outbox.get(entry.id);
      return found.ok ? found.value?.state : found;
    },
  };
}

/** The service that attempts such adds. */
export function addContactOf(
  { deps, entry }: Pick<Attempt, 'deps' | 'entry'>,
  changes: Partial<AddContactDeps> = {},
): AddContactService {
  const usable = () => Promise.resolve(ok(null));
  return createAddContact({ ...deps, account: entry.account, personMutex: createPersonMutex(), usable, ...changes });
}
