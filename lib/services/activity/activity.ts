import type { ActivityFilter, ActivityPage } from '@/lib/domain/activity';
import type { EntryId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry, StateName } from '@/lib/domain/outbox/outbox-entry';
import { mayBeSent } from '@/lib/domain/outbox/send-transitions';
import { canRemove, canRetry, ENDED_STATES, PENDING_STATES, REMOVABLE_STATES } from '@/lib/domain/outbox/entry-states';
import { NO_ENTRY } from '@/lib/domain/outbox/transitions';
import { err, ok, type Result } from '@/lib/domain/result';
import type { Outbox } from '@/lib/outbox/outbox';
import type { InputOf } from '@/lib/messaging/protocol';
import type { AddContactService } from '../adding/add-contact';

export interface ActivityDeps {
  readonly outbox: Outbox;
  readonly addContact: Pick<AddContactService, 'retry' | 'inFlight'>;
  readonly now: () => number;
  readonly lostAt: () => Promise<string | null>;
  readonly changed: () => Promise<void>;
}

export interface ActivityService {
  page(input: InputOf<'activity.page'>): Promise<Result<ActivityPage>>;
  retry(entryId: EntryId): Promise<Result<AddEntry['state']>>;
  remove(entryId: EntryId): Promise<Result<null>>;
  erase(): Promise<Result<null>>;
}

/** The outbox as the user sees it in Activity, and may retry, remove and erase entries. */
export function createActivity({ outbox, addContact, now, lostAt, changed }: ActivityDeps): ActivityService {
  async function removeEntries(
    names: readonly StateName[],
    passes: (entry: OutboxEntry) => boolean,
  ): Promise<Result<number>> {
    const removed = await outbox.remove(names, passes);
    await changed();
    return removed;
  }

  /** Removes the unconfirmed messages of which these are copies: without the copies they would seem open. */
  async function removeOverridden(removedEntries: readonly OutboxEntry[]): Promise<Result<null>> {
    const overridden = new Set(
      removedEntries.flatMap((entry) => (entry.kind === 'send' && mayBeSent(entry) ? [entry.overrides] : [])),
    );
    const removed = await removeEntries(['unknown'], (entry) => overridden.has(entry.id));
    return removed.ok ? ok(null) : removed;
  }

  return {
    async page({ show, after, limit }) {
      const page = await outbox.page({ passes: PASSES[show], after, limit });
      return page.ok ? ok({ ...page.value, lostAt: await lostAt() }) : page;
    },
    async retry(entryId) {
      const found = await outbox.get(entryId);
      if (!found.ok) return found;
      if (found.value === null) return err(NO_ENTRY);
      if (found.value.kind !== 'add' || !canRetry(found.value)) return err({ code: 'too-late' });
      const retried = await addContact.retry(found.value);
      if (!retried.ok && retried.error.code === 'storage-unavailable') return retried;
      const known = await outbox.get(entryId);
      if (!known.ok) return known;
      return known.value?.kind === 'add' ? ok(known.value.state) : err(NO_ENTRY);
    },
    async remove(entryId) {
      const found = await outbox.get(entryId);
      if (!found.ok) return found;
      const removed = await removeEntries(
        REMOVABLE_STATES,
        (entry) => entry.id === entryId && !addContact.inFlight.has(entryId) && canRemove(entry, now()),
      );
      if (!removed.ok) return removed;
      if (removed.value === 0) return err({ code: 'too-late' });
      return removeOverridden(found.value === null ? [] : [found.value]);
    },
    async erase() {
      const ended = await outbox.inStates(ENDED_STATES);
      if (!ended.ok) return ended;
      const open = await outbox.inStates(['waiting', 'dispatching', 'undoing']);
      if (!open.ok) return open;
      // What an open add has superseded is carried out if that one is refused.
      const removed = await removeEntries(
        ENDED_STATES,
        ({ state }) => open.value.length === 0 || state.name !== 'superseded',
      );
      return removed.ok ? removeOverridden(ended.value) : removed;
    },
  };
}

const PASSES: Readonly<Record<ActivityFilter, (entry: OutboxEntry) => boolean>> = {
  all: () => true,
  adds: ({ kind }) => kind === 'add',
  messages: ({ kind }) => kind === 'send',
  open: ({ state }) => PENDING_STATES.includes(state.name),
  failed: ({ state }) =>
    state.name === 'refused' ||
    state.name === 'unknown' ||
    (state.name === 'done' && state.outcome.effect === 'matched-other'),
};
