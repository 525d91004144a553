import type { WireReport } from '@/lib/domain/account';
import type { Intent } from '@/lib/domain/intent';
import type { Journal } from '@/lib/journal/journal';
import type { AccountServices } from './account-services';

/** Whether this worker is at work on an intent. */
export function isUnderWay({ id }: Intent, { addContact, sendMessage, undoAdd }: AccountServices): boolean {
  return [addContact, sendMessage, undoAdd].some((service) => service.isUnderWay(id));
}

/** What became of acts that were under way when their key was closed: those that had left, as far as it is known. */
export async function wireReports(underWay: readonly Intent[], journal: Journal): Promise<readonly WireReport[]> {
  const reports = await Promise.all(
    underWay.map(async (intent): Promise<readonly WireReport[]> => {
      const now = await journal.get(intent.id);
      const { state } = now.ok && now.value !== null ? now.value : intent;
      const isUndo = intent.state.name === 'undoing';
      const what = intent.kind === 'send' ? 'message' : isUndo ? 'undo' : 'add';
      // An undo that did not happen leaves the add as it was.
      const outcome = isUndo && state.name === 'done' ? 'not-left' : outcomeOf(state);
      return outcome === 'not-left' ? [] : [{ what, name: intent.personName, outcome }];
    }),
  );
  return reports.flat();
}

function outcomeOf(state: Intent['state']): WireReport['outcome'] | 'not-left' {
  switch (state.name) {
    case 'done':
    case 'sent':
    case 'undone':
      return 'done';
    case 'dispatching':
    case 'unknown':
    case 'undoing':
      return 'unknown';
    case 'waiting':
      return state.neverLeft === true ? 'not-left' : 'unknown';
    case 'queued':
    case 'refused':
    case 'cancelled':
    case 'replaced':
      return 'not-left';
  }
}
