import { LEGACY_ACCOUNT_ID } from '@/lib/domain/account';

/** A record that may have any shape. */
type Loose = Readonly<Record<string, unknown>>;

/**
 * A record of database version 1 (extension version 0.1.0) as one of version 2. A damaged record is kept with its damage, so
 * that Activity can say that there is one.
 */
export function migrateEntry(record: unknown): unknown {
  if (!isLoose(record)) return record;
  const { intent, ...indexed } = record;
  return { ...indexed, entry: isLoose(intent) ? migrate(intent) : intent };
}

function migrate(entry: Loose): Loose {
  // Early records have no account.
  const owned = { account: LEGACY_ACCOUNT_ID, ...entry };
  const state = isLoose(entry['state']) ? entry['state'] : {};
  return entry['kind'] === 'send' ? migrateSend(owned, state) : { ...owned, state: withError(migrateAdd(state)) };
}

function migrateAdd(state: Loose): Loose {
  const { neverLeft, ...rest } = state;
  switch (state['name']) {
    case 'dispatching':
      return { ...rest, tries: rest['tries'] ?? 0, mayHaveArrived: true };
    case 'waiting':
      return { ...rest, mayHaveArrived: neverLeft !== true };
    default:
      return rest;
  }
}

function migrateSend(entry: Loose, state: Loose): Loose {
  const { leavesAt, heldBy, looks, ...rest } = state;
  const isQueued = state['name'] === 'queued';
  return {
    ...entry,
    // Early records were sent when they were written.
    dispatchedAt: entry['dispatchedAt'] ?? (isQueued ? null : entry['createdAt']),
    state: withError({
      ...rest,
      ...(isQueued ? { sendAt: leavesAt, blockedBy: isLoose(heldBy) ? rename(heldBy) : heldBy } : {}),
      ...(state['name'] === 'unknown' ? { checks: looks ?? 0 } : {}),
    }),
  };
}

function withError(state: Loose): Loose {
  return isLoose(state['error']) ? { ...state, error: rename(state['error']) } : state;
}

/** Errors that have another name now. */
function rename(error: Loose): Loose {
  if (error['code'] === 'duplicate-intent') return { ...error, code: 'duplicate-entry' };
  return error['what'] === 'intent' ? { ...error, what: 'entry' } : error;
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
