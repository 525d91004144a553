import type { ContactId } from '@/lib/domain/ids';
import { leavingKey } from './draft-store';
import type { TrackedSend } from '@/lib/ui/conversation/tracked-sends';

/** A draft that was leaving when the panel went away, and what became of it. */
export interface LeftDraft {
  readonly key: string;
  /** The text that was leaving; empty when nothing of it is known. */
  readonly text: string;
  readonly fate: 'left' | 'back';
}

const SUFFIX = leavingKey('');

/**
 * Drafts of a contact that were leaving and whose end is known by now. Sent or unconfirmed: the outbox has the text
 * and the draft may go. Refused, taken back, or never written down: it comes back. Still under way: left alone.
 */
export function settledDrafts(
  drafts: Readonly<Record<string, string>>,
  contactId: ContactId,
  sends: readonly TrackedSend[],
): readonly LeftDraft[] {
  return Object.entries(drafts).flatMap(([leaving, entryId]): readonly LeftDraft[] => {
    if (!leaving.startsWith(contactId) || !leaving.endsWith(SUFFIX)) return [];
    const key = leaving.slice(0, -SUFFIX.length);
    const send = sends.find(({ id }) => id === entryId);
    switch (send?.state.name) {
      case 'dispatching':
      case 'queued':
        return [];
      case 'sent':
      case 'unknown':
        return [{ key, text: send.text, fate: 'left' }];
      case 'refused':
      case 'cancelled':
      case undefined:
        return [{ key, text: send?.text ?? '', fate: 'back' }];
    }
  });
}
