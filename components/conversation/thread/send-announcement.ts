import type { Message } from '@/lib/domain/conversation';
import type { MessageId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/text';
import { errorWords } from '@/lib/ui/page/error-words';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';
import { messageStatus } from './status-words';

/** What a screen reader is told about the last message that this window sent to a person; empty when there is none. */
export function sendAnnouncement(
  send: TrackedSend | undefined,
  messages: ReadonlyMap<MessageId, Message>,
  person: string,
): string {
  switch (send?.state.name) {
    case undefined:
      return '';
    case 'queued':
      return t(send.state.heldBy === null ? 'panel.live.queued' : 'panel.live.held', { person });
    case 'cancelled':
      return t(send.state.why === 'expired' ? 'panel.live.expired' : 'panel.live.takenBack', { person });
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
