import { formatDateShort } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { SendBlocker, SendWarning } from './send-check';

/** Why Send is disabled, in words. */
export function blockerWords(blocker: SendBlocker): string {
  switch (blocker.kind) {
    case 'not-connected':
      return t('panel.blocked.notConnected');
    case 'key-rejected':
      return t('panel.blocked.keyRejected');
    case 'preparing':
      return t('panel.blocked.preparing');
    case 'queued':
      return t('panel.blocked.queued');
    case 'sending':
      return t('panel.blocked.sending');
    case 'no-senders':
      return t('panel.blocked.noSenders');
    case 'no-sender':
      return t('panel.blocked.noSender');
    case 'empty':
      return '';
    case 'too-long':
      return t('panel.blocked.tooLong', { count: blocker.over });
    case 'variable':
      return t('panel.blocked.variable', { variable: blocker.variable });
    case 'just-changed':
      return t('panel.blocked.justChanged');
  }
}

/** Whether the user has to fix something, as opposed to wait or type. */
export function needsFixing(blocker: SendBlocker): boolean {
  return !['preparing', 'queued', 'sending', 'empty', 'just-changed'].includes(blocker.kind);
}

/** What to confirm, in words. */
export function warningWords(warning: SendWarning, person: string, sender: string, nowMs: number): string {
  switch (warning.kind) {
    case 'same-text':
      return warning.at === null
        ? t('panel.warning.sameTextUndated', { person })
        : t('panel.warning.sameText', { person, date: formatDateShort(warning.at, nowMs) });
    case 'same-text-unconfirmed':
      return t('panel.warning.sameTextUnconfirmed');
    case 'hidden':
      return t('panel.warning.hidden', { codes: warning.codes.join(', ') });
    case 'not-connected':
      return t('panel.warning.notConnected', { person, sender });
  }
}
