import type { Message } from '@/lib/domain/conversation';
import { t } from '@/lib/i18n/text';

/** The status word under a message of ours; null for messages from the contact. Words we do not know are GetSales' own. */
export function messageStatus(message: Message): string | null {
  if (message.direction === 'in') return null;
  switch (message.state) {
    case 'queued':
      return t('panel.status.queued');
    case 'sending':
      return t('panel.status.sending');
    case 'sent':
      return message.readAt === null ? t('panel.status.sent') : t('panel.status.read');
    case 'failed':
      return message.failReason === null
        ? t('panel.status.failed')
        : t('panel.status.failedBecause', { reason: message.failReason });
    case 'other':
      return message.status;
  }
}
