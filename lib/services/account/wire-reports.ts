import type { WireReport } from '@/lib/domain/account';
import type { EntryId } from '@/lib/domain/ids';
import type { OutboxEntry } from '@/lib/domain/outbox-entry';
import type { AccountServices } from '../worker/account-services';

/** An entry that the worker is at work on, and what it is doing with it. */
export interface ActUnderWay {
  readonly what: 'add' | 'undo' | 'message';
  readonly id: EntryId;
}

/** What the worker is doing at this moment. */
export function actsUnderWay({ addContact, undoAdd, sendMessage }: AccountServices): readonly ActUnderWay[] {
  return [
    ...addContact.underWay().map((id) => ({ what: 'add' as const, id })),
    ...undoAdd.underWay().map((id) => ({ what: 'undo' as const, id })),
    ...sendMessage.underWay().map((id) => ({ what: 'message' as const, id })),
  ];
}

/** What became of acts that were under way when their key was closed: those that had left, as far as it is known. */
export async function wireReports(
  acts: readonly ActUnderWay[],
  { outbox }: AccountServices,
): Promise<readonly WireReport[]> {
  const reports = await Promise.all(
    acts.map(async ({ what, id }): Promise<readonly WireReport[]> => {
      const known = await outbox.get(id);
      if (!known.ok || known.value === null) return [];
      const { personName: name, state } = known.value;
      const outcome = what === 'undo' ? outcomeOfUndo(state) : outcomeOf(state);
      return outcome === 'not-left' ? [] : [{ what, name, outcome }];
    }),
  );
  return reports.flat();
}

type Outcome = WireReport['outcome'] | 'not-left';

/** An undo that did not happen leaves the add as it was. */
function outcomeOfUndo({ name }: OutboxEntry['state']): Outcome {
  return name === 'undone' ? 'done' : name === 'undoing' ? 'unknown' : 'not-left';
}

function outcomeOf(state: OutboxEntry['state']): Outcome {
  switch (state.name) {
    case 'done':
    case 'sent':
      return 'done';
    case 'dispatching':
    case 'unknown':
      return 'unknown';
    case 'waiting':
      return state.neverLeft === true ? 'not-left' : 'unknown';
    case 'queued':
    case 'refused':
    case 'cancelled':
    case 'superseded':
    case 'undoing':
    case 'undone':
      return 'not-left';
  }
}
