import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { errorWords } from '@/lib/ui/page/error-words';

/** The status under our own message; null for messages from the contact. Unknown statuses are shown in GetSales' own words. */
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

/** What a screen reader announces about the last message sent to this person from this window; empty when there is none. */
export function sendAnnouncement(
  send: TrackedSend | undefined,
  messages: ReadonlyMap<MessageId, Message>,
  person: string,
): string {
  switch (send?.state.name) {
    case undefined:
      return '';
    case 'queued':
      return t(send.state.blockedBy === null ? 'panel.live.queued' : 'panel.live.waiting', { person });
    case 'cancelled':
      return t(send.state.why === 'expired' ? 'panel.live.expired' : 'panel.live.cancelled', { person });
    case 'dispatching':
      return t('panel.live.sending', { person });
    case 'sent': {
      const message = messages.get(send.state.messageId);
      const status = (message && messageStatus(message)) ?? t('panel.status.queued');
      return t('panel.live.accepted', { person, status });
    }
    case 'unknown':
      return t('panel.live.unconfirmed', { person });
    case 'refused':
      return t('panel.live.refused', { person, reason: errorWords(send.state.error).title });
  }
}
