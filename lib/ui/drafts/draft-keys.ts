import type { ContactId, SenderId } from '@/lib/domain/ids';
import { SENDING_ENTRY, SENDING_TEXT } from '@/lib/settings/items';

/**
 * The key of a draft. A draft belongs to one contact and one sender; text written before a sender is chosen (null) becomes the
 * draft of the first sender.
 */
export function draftKey(contactId: ContactId, senderId: SenderId | null): string {
  return `${contactId}|${senderId ?? ''}`;
}

/** The key of a text that is being sent. */
export function sendingTextKey(key: string): string {
  return key + SENDING_TEXT;
}

/** The key of the id of the entry that sends it. */
export function sendingEntryKey(key: string): string {
  return key + SENDING_ENTRY;
}

/** Whether a key holds the entry id of a draft that is being sent. */
export function isSendingEntryKey(key: string): boolean {
  return key.endsWith(SENDING_ENTRY);
}
