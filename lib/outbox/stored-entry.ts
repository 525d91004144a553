import * as z from 'zod/mini';
import type { ContactId } from '@/lib/domain/ids';
import { OutboxEntry } from '@/lib/domain/outbox/outbox-entry';

/** An entry as stored, with its index fields. */
export interface StoredEntry {
  readonly id: string;
  /** Its place in the outbox: when it was added, but later than every entry before it, also when the clock was set back. */
  readonly createdAt: string;
  readonly stateName: OutboxEntry['state']['name'];
  /** The contact of the entry; while it is null, the entry is not in the index by contact. */
  readonly contactId?: string | null;
  readonly entry: OutboxEntry;
}

export function toStored(entry: OutboxEntry, createdAt = entry.createdAt): StoredEntry {
  return {
    id: entry.id,
    createdAt,
    stateName: entry.state.name,
    contactId: contactOf(entry),
    entry,
  };
}

function contactOf(entry: OutboxEntry): ContactId | null {
  if (entry.kind === 'send') return entry.contactId;
  return 'outcome' in entry.state ? entry.state.outcome.contactId : null;
}

const Stored = z.object({ entry: OutboxEntry });

/** Parses an entry read from disk; null for a damaged record, which stays on disk. */
export function fromStored(stored: unknown): OutboxEntry | null {
  return Stored.safeParse(stored).data?.entry ?? null;
}
