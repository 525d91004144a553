import type { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';
import type { Step } from '../steps';
import { MESSAGES } from '../judge/history';
import type { SentRequest } from './network';

/** The step of a write to the outbox. */
export function stepOfWrite({ kind, state }: OutboxEntry, before: OutboxEntry | null): Step {
  if (kind === 'add') return state.name === 'dispatching' ? 'add written' : 'add settled';
  switch (state.name) {
    case 'queued':
      return before === null ? 'intent written' : 'postponed';
    case 'cancelled':
      return 'cancel period';
    case 'dispatching':
      return 'written ahead';
    case 'refused':
      return before?.state.name === 'queued' ? 'postponed' : 'settled';
    case 'sent':
    case 'unknown':
      return before?.state.name === 'unknown' ? 'search' : isRecovery(state) ? 'recovery' : 'settled';
  }
}

/** Only markInterrupted sets this error. */
function isRecovery(state: OutboxEntry['state']): boolean {
  return state.name === 'unknown' && state.error.code === 'unconfirmed';
}

/** The step of a request; null for none. `overriding`: contacts to which a message is being sent anyway. */
export function stepOfRequest(
  { method, path, query }: SentRequest,
  entries: ReadonlyMap<string, OutboxEntry>,
  overriding: ReadonlySet<string>,
): Step | null {
  if (path === MESSAGES && method === 'POST') return 'post';
  if (path === MESSAGES && method === 'GET') {
    const contactId = query.get('filter[lead_uuid]');
    if (contactId === null) return 'retry';
    if (overriding.has(contactId)) return 'override';
    const isQueued = [...entries.values()].some(
      (entry) => entry.kind === 'send' && entry.contactId === contactId && entry.state.name === 'queued',
    );
    return isQueued ? 'baseline' : 'search';
  }
  if (path.startsWith(`${MESSAGES}/`)) return 'retry';
  if (path.endsWith('/upsert')) return 'upsert';
  return path.endsWith('/lookup-one') ? 'add lookup' : null;
}
