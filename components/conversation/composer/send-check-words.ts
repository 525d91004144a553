import { formatDateShort } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { SendBlock, SendWarning } from './send-check';

/** Why Send is off, in words. */
export function blockWords(block: SendBlock): string {
  switch (block.kind) {
    case 'not-connected':
      return t('panel.off.notConnected');
    case 'key-rejected':
      return t('panel.off.keyRejected');
    case 'preparing':
      return t('panel.off.preparing');
    case 'queued':
      return t('panel.off.queued');
    case 'sending':
      return t('panel.off.sending');
    case 'no-senders':
      return t('panel.off.noSenders');
    case 'no-sender':
      return t('panel.off.noSender');
    case 'empty':
      return t('panel.off.empty');
    case 'too-long':
      return t('panel.off.tooLong', { count: block.over });
    case 'variable':
      return t('panel.off.variable', { variable: block.variable });
    case 'just-changed':
      return t('panel.off.justChanged');
  }
}

/** Whether a block is something to put right, not just a state of things. */
export function isProblem(block: SendBlock): boolean {
  return !['preparing', 'queued', 'sending', 'empty', 'just-changed'].includes(block.kind);
}

/** What there is to confirm, in words. */
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
