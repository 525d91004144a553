import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import type { OutputOf } from '@/lib/messaging/protocol';
import { aboutAdd, aboutSend } from './judge/conduct';
import type { Claim } from './judge/facts';

/** What a screen says that shows this entry. The only place of the harness that knows the states of an entry. */
export function claimOf(entry: OutboxEntry, at: number): Claim {
  return { ...stateOf(entry, at), about: entry.kind === 'send' ? aboutSend(entry) : aboutAdd(entry) };
}

function stateOf({ id, state }: OutboxEntry, at: number): Claim {
  switch (state.name) {
    case 'queued':
    case 'waiting':
      return { id, at, says: 'open' };
    case 'dispatching':
      return { id, at, says: 'sending' };
    case 'sent':
      return { id, at, says: 'sent', messageId: state.messageId };
    case 'superseded':
      return { id, at, says: 'superseded', by: state.by };
    case 'cancelled':
      return { id, at, says: state.why === 'expired' ? 'expired' : 'cancelled' };
    case 'done': {
      const { effect, contactId, listId, listName, undoUntil } = state.outcome;
      return { id, at, says: 'done', effect, contactId, listId, listName, canUndo: undoUntil !== null };
    }
    case 'refused':
    case 'unknown':
    case 'undoing':
    case 'undone':
      return { id, at, says: state.name };
  }
}

/** What the page says that gets this answer to Send or to Check again. */
export function claimOfSend(id: string, answer: OutputOf<'message.send'>, at: number): Claim {
  if (answer.state === 'sent') return { id, at, says: 'sent', messageId: answer.message.id };
  return { id, at, says: answer.state === 'queued' ? 'open' : 'unknown' };
}

/** What the popup says that gets this answer to Add. */
export function claimOfAdd(id: string, answer: OutputOf<'contact.add'>, at: number): Claim {
  if (answer.effect === 'waiting') return { id, at, says: 'open' };
  const { effect, contactId, listId, listName, undoUntil } = answer;
  return { id, at, says: 'done', effect, contactId, listId, listName, canUndo: undoUntil !== null };
}
