import type { ContactId } from '@/lib/domain/ids';
import { isSendingEntryKey, sendingEntryKey } from './draft-keys';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';

/** A draft that was being sent when the panel closed, and what to do with it now. */
interface SettledDraft {
  readonly key: string;
  /** The sent text; empty when it is unknown. */
  readonly text: string;
  readonly outcome: 'discard' | 'restore';
}

const SUFFIX = sendingEntryKey('');

/**
 * Drafts of a contact that were being sent and whose outcome is known by now. Sent or unconfirmed: the outbox has the text, so
 * the draft is discarded. Refused, cancelled, or never stored: it is restored. Still under way: left alone.
 */
export function settledDrafts(
  drafts: Readonly<Record<string, string>>,
  contactId: ContactId,
  sends: readonly TrackedSend[],
): readonly SettledDraft[] {
  return Object.entries(drafts).flatMap(([sending, entryId]): readonly SettledDraft[] => {
    if (!sending.startsWith(contactId) || !isSendingEntryKey(sending)) return [];
    const key = sending.slice(0, -SUFFIX.length);
    const send = sends.find(({ id }) => id === entryId);
    switch (send?.state.name) {
      case 'dispatching':
      case 'queued':
        return [];
      case 'sent':
      case 'unknown':
        return [{ key, text: send.text, outcome: 'discard' }];
      case 'refused':
      case 'cancelled':
      case undefined:
        return [{ key, text: send?.text ?? '', outcome: 'restore' }];
    }
  });
}
