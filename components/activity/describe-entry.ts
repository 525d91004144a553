import type { ContactId } from '@/lib/domain/ids';
import type { AddEntry, OutboxEntry, SendEntry } from '@/lib/domain/outbox/outbox-entry';
import { canRemove, canRetry } from '@/lib/domain/outbox/entry-states';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { matchedName } from '@/lib/ui/adding/matched-contact';
import { errorReason, errorWords } from '@/lib/ui/page/error-words';

/** An outbox entry in words. */
interface EntryWords {
  /** What the user wanted. */
  readonly action: string;
  /** The outcome. */
  readonly outcome: string;
  readonly tone: 'good' | 'care' | 'bad' | 'plain';
}

export function describeEntry(entry: OutboxEntry): EntryWords {
  return entry.kind === 'add' ? describeAdd(entry) : describeSend(entry);
}

function describeAdd({ state, listName, ifPresent }: AddEntry): EntryWords {
  const action = t(ifPresent === 'move' ? 'activity.act.move' : 'activity.act.add', { list: listName });
  switch (state.name) {
    case 'dispatching':
      return { action, outcome: t('activity.is.adding'), tone: 'plain' };
    case 'waiting': {
      const reason = errorWords(state.error).title;
      return { action, outcome: t('activity.is.waiting', { reason, time: formatTime(state.retryAt) }), tone: 'care' };
    }
    case 'done': {
      if (state.outcome.effect === 'matched-other') {
        const { matched } = state.outcome;
        const key = matched?.mayHaveMoved === true ? 'activity.is.matchedMoved' : 'activity.is.matchedOther';
        return { action, outcome: t(key, { contact: matchedName(matched), list: listName }), tone: 'care' };
      }
      const list = state.outcome.listName ?? listName;
      return { action, outcome: t(`activity.is.${state.outcome.effect}`, { list }), tone: 'good' };
    }
    case 'refused':
      return { action, outcome: t('activity.is.notAdded', { reason: errorReason(state.error) }), tone: 'bad' };
    case 'unknown':
      return { action, outcome: t('activity.is.unknownAdd', { reason: errorWords(state.error).title }), tone: 'care' };
    case 'undoing':
      return { action, outcome: t('activity.is.undoing'), tone: 'plain' };
    case 'undone':
      return { action, outcome: t('activity.is.undone'), tone: 'plain' };
    case 'superseded':
      return { action, outcome: t('activity.is.superseded'), tone: 'plain' };
  }
}

function describeSend({ state, createdAt, dispatchedAt }: SendEntry): EntryWords {
  const action = t('activity.act.message');
  switch (state.name) {
    case 'queued':
      return { action, outcome: t('activity.is.queued'), tone: 'care' };
    case 'dispatching':
      return { action, outcome: t('activity.is.sending'), tone: 'plain' };
    case 'sent':
      return { action, outcome: t('activity.is.sent'), tone: 'good' };
    case 'refused':
      return { action, outcome: t('activity.is.notSent', { reason: errorReason(state.error) }), tone: 'bad' };
    case 'unknown': {
      const time = formatTime(dispatchedAt ?? createdAt);
      const { checks } = state;
      const outcome =
        checks > 0 ? t('activity.is.notFound', { time, count: checks }) : t('activity.is.unknown', { time });
      return { action, outcome, tone: 'care' };
    }
    case 'cancelled':
      return {
        action,
        outcome: t(state.why === 'expired' ? 'activity.is.expired' : 'activity.is.cancelled'),
        tone: 'plain',
      };
  }
}

interface EntryActions {
  readonly retry: boolean;
  readonly check: boolean;
  readonly remove: boolean;
  /** The other contact that GetSales matched, to open there; null without one. */
  readonly open: ContactId | null;
}

/**
 * The possible actions: retry adds that GetSales does not have, check unconfirmed messages, remove what is not under way.
 */
export function entryActions(entry: OutboxEntry, nowMs: number): EntryActions {
  const { kind, state } = entry;
  return {
    retry: canRetry(entry),
    check: kind === 'send' && state.name === 'unknown',
    remove: canRemove(entry, nowMs),
    open: state.name === 'done' && state.outcome.effect === 'matched-other' ? state.outcome.contactId : null,
  };
}
