import type { ContactId } from '@/lib/domain/ids';
import { type AddEntry, type OutboxEntry, type SendEntry, UNCONFIRMED_TTL_MS } from '@/lib/domain/outbox-entry';
import { formatTime } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import { matchedName } from '@/lib/ui/adding/matched-contact';
import { errorWords } from '@/lib/ui/page/error-words';

/** An entry of Activity in words. */
export interface IntentWords {
  /** What was meant. */
  readonly act: string;
  /** What came of it. */
  readonly outcome: string;
  readonly tone: 'good' | 'care' | 'bad' | 'plain';
}

export function intentWords(entry: OutboxEntry): IntentWords {
  return entry.kind === 'add' ? addWords(entry) : sendWords(entry);
}

function addWords({ state, listName, ifPresent }: AddEntry): IntentWords {
  const act = t(ifPresent === 'move' ? 'activity.act.move' : 'activity.act.add', { list: listName });
  switch (state.name) {
    case 'dispatching':
      return { act, outcome: t('activity.is.adding'), tone: 'plain' };
    case 'waiting': {
      const reason = errorWords(state.error).title;
      return { act, outcome: t('activity.is.waiting', { reason, time: formatTime(state.retryAt) }), tone: 'care' };
    }
    case 'done': {
      if (state.outcome.effect === 'matched-other') {
        const { matched } = state.outcome;
        const key = matched?.mayHaveMoved === true ? 'activity.is.matchedMoved' : 'activity.is.matchedOther';
        return { act, outcome: t(key, { contact: matchedName(matched), list: listName }), tone: 'care' };
      }
      const list = state.outcome.listName ?? listName;
      return { act, outcome: t(`activity.is.${state.outcome.effect}`, { list }), tone: 'good' };
    }
    case 'refused':
      return { act, outcome: t('activity.is.refused', { reason: errorWords(state.error).title }), tone: 'bad' };
    case 'unknown':
      return { act, outcome: t('activity.is.unknownAdd', { reason: errorWords(state.error).title }), tone: 'care' };
    case 'undoing':
      return { act, outcome: t('activity.is.undoing'), tone: 'plain' };
    case 'undone':
      return { act, outcome: t('activity.is.undone'), tone: 'plain' };
    case 'superseded':
      return { act, outcome: t('activity.is.replaced'), tone: 'plain' };
  }
}

function sendWords({ state, createdAt, dispatchedAt }: SendEntry): IntentWords {
  const act = t('activity.act.message');
  switch (state.name) {
    case 'queued':
      return { act, outcome: t('activity.is.queued'), tone: 'care' };
    case 'dispatching':
      return { act, outcome: t('activity.is.sending'), tone: 'plain' };
    case 'sent':
      return { act, outcome: t('activity.is.sent'), tone: 'good' };
    case 'refused':
      return { act, outcome: t('activity.is.refused', { reason: errorWords(state.error).title }), tone: 'bad' };
    case 'unknown': {
      const time = formatTime(dispatchedAt ?? createdAt);
      const { looks = 0 } = state;
      const outcome =
        looks > 0 ? t('activity.is.notFound', { time, count: looks }) : t('activity.is.unknown', { time });
      return { act, outcome, tone: 'care' };
    }
    case 'cancelled':
      return {
        act,
        outcome: t(state.why === 'expired' ? 'activity.is.expired' : 'activity.is.takenBack'),
        tone: 'plain',
      };
  }
}

export interface EntryActs {
  readonly retry: boolean;
  readonly check: boolean;
  readonly remove: boolean;
  /** Another contact that GetSales matched, to be opened there; null without one. */
  readonly open: ContactId | null;
}

/**
 * What can be done about an entry: adds that are not in GetSales are tried again, unconfirmed messages looked for, and
 * what is not under way goes.
 */
export function entryActs({ kind, state, createdAt }: OutboxEntry, nowMs: number): EntryActs {
  const isUnconfirmed = kind === 'send' && state.name === 'unknown';
  const isGuarding = isUnconfirmed && nowMs - Date.parse(createdAt) <= UNCONFIRMED_TTL_MS;
  return {
    retry: kind === 'add' && ['waiting', 'refused', 'unknown'].includes(state.name),
    check: isUnconfirmed,
    remove: !['queued', 'dispatching', 'undoing'].includes(state.name) && !isGuarding,
    open: state.name === 'done' && state.outcome.effect === 'matched-other' ? state.outcome.contactId : null,
  };
}
