import { messageTime, type ConversationPage, type Message } from '@/lib/domain/conversation';
import type { SenderId } from '@/lib/domain/ids';

/** Messages loaded besides the pages: refreshed newest messages, our own sends, status changes. */
export interface Overlay {
  readonly messages: readonly Message[];
  /** When GetSales last answered, ISO; null before the first refresh. */
  readonly asOf: string | null;
}

export const NO_OVERLAY: Overlay = { messages: [], asOf: null };

/**
 * All loaded messages, oldest first, each once; the overlay wins over the pages. Sorted by the messages' own time
 * (`messageTime`), since GetSales sorts by synchronisation time. Equal times keep GetSales' order; messages without a time come
 * last.
 */
export function mergeMessages(
  pages: readonly ConversationPage[],
  overlay: Overlay,
  senderId: SenderId | null,
): readonly Message[] {
  const byId = new Map<string, Message>();
  const newestFirst = [...overlay.messages, ...pages.flatMap((page) => page.messages)];
  for (const message of newestFirst) {
    const wanted = senderId === null || message.senderId === senderId;
    if (wanted && !byId.has(message.id)) byId.set(message.id, message);
  }
  return [...byId.values()]
    .reverse()
    .map((message) => ({ message, at: timeOf(message) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ message }) => message);
}

/** Adds a message, or replaces its older version. */
export function withMessage(overlay: Overlay, message: Message): Overlay {
  return { ...overlay, messages: [message, ...overlay.messages.filter(({ id }) => id !== message.id)] };
}

/** Adds a fresh newest page. Messages missing from it are kept: they may have moved to an older page. */
export function withNewest(overlay: Overlay, page: ConversationPage): Overlay {
  const fresh = new Set(page.messages.map(({ id }) => id));
  return {
    messages: [...page.messages, ...overlay.messages.filter(({ id }) => !fresh.has(id))],
    asOf: page.asOf,
  };
}

/** Whether more messages arrived than one page holds: the fresh page shares none with the known ones. */
export function leavesGap(known: readonly Message[], page: ConversationPage): boolean {
  if (known.length === 0 || page.nextOffset === null) return false;
  const ids = new Set(known.map(({ id }) => id));
  return page.messages.every(({ id }) => !ids.has(id));
}

function timeOf(message: Message): number {
  const time = messageTime(message);
  const at = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}
