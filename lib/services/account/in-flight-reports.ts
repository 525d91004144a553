import type { InFlightReport } from '@/lib/domain/account';
import type { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry, StateName } from '@/lib/domain/outbox/outbox-entry';
import type { Outbox } from '@/lib/outbox/outbox';
import type { InFlight } from '../exclusive';

/** An entry that the worker is processing, and how. */
export interface InFlightEntry {
  readonly what: 'add' | 'undo' | 'message';
  readonly id: EntryId;
}

type Acting = Readonly<Record<'addContact' | 'undoAdd' | 'sendMessage', { readonly inFlight: InFlight }>>;

/** The entries that the worker is processing now. */
export function inFlightEntries({ addContact, undoAdd, sendMessage }: Acting): readonly InFlightEntry[] {
  const services = { add: addContact, undo: undoAdd, message: sendMessage };
  const kinds = ['add', 'undo', 'message'] as const;
  return kinds.flatMap((what) => services[what].inFlight.ids().map((id) => ({ what, id })));
}

/** Reports which of the entries in flight were sent before their key was closed, and their outcome if known. */
export async function inFlightReports(
  entries: readonly InFlightEntry[],
  { outbox }: { readonly outbox: Pick<Outbox, 'get'> },
): Promise<readonly InFlightReport[]> {
  const reports = await Promise.all(
    entries.map(async ({ what, id }): Promise<readonly InFlightReport[]> => {
      const known = await outbox.get(id);
      if (!known.ok || known.value === null) return [];
      const { personName: name, state } = known.value;
      const outcome = what === 'undo' ? outcomeOfUndo(state) : outcomeOf(state);
      return outcome === 'not-sent' ? [] : [{ what, name, outcome }];
    }),
  );
  return reports.flat();
}

type Outcome = InFlightReport['outcome'] | 'not-sent';

/** An undo that was not sent leaves the add `done`. */
function outcomeOfUndo({ name }: OutboxEntry['state']): Outcome {
  return name === 'undone' ? 'done' : name === 'undoing' ? 'unknown' : 'not-sent';
}

function outcomeOf(state: OutboxEntry['state']): Outcome {
  const wasNeverSent = state.name === 'waiting' && !state.mayHaveArrived;
  return wasNeverSent ? 'not-sent' : OUTCOMES[state.name];
}

const OUTCOMES: Readonly<Record<StateName, Outcome>> = {
  done: 'done',
  sent: 'done',
  dispatching: 'unknown',
  unknown: 'unknown',
  waiting: 'unknown',
  queued: 'not-sent',
  refused: 'not-sent',
  cancelled: 'not-sent',
  superseded: 'not-sent',
  undoing: 'not-sent',
  undone: 'not-sent',
};
