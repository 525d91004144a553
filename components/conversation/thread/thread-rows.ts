import { messageTime, type Message } from '@/lib/domain/conversation';
import type { SenderId } from '@/lib/domain/ids';
import { unresolved, type TrackedSend } from '@/lib/ui/conversation/tracked-sends';

/** One line of the thread. `day` is set on the first row of a day: its time, ISO. */
export type ThreadRow =
  | { readonly kind: 'message'; readonly key: string; readonly day: string | null; readonly message: Message }
  | {
      readonly kind: 'send';
      readonly key: string;
      readonly day: string | null;
      readonly send: TrackedSend;
      readonly stage: SendStage;
    };

/** The stage of one of our sends that GetSales does not list yet. */
export type SendStage = 'queued' | 'sending' | 'accepted' | 'unconfirmed';

type Queued = Extract<TrackedSend['state'], { readonly name: 'queued' }>;

/** GetSales' list may lag this long behind what it accepted; after that the list decides. */
const LIST_LAG_MS = 15 * 60_000;

/**
 * The rows of the thread: loaded messages by time, then sends of this browser that GetSales does not list. Sends come last
 * whatever their time, so that the user sees an unconfirmed one.
 *
 * @param messages oldest first
 * @param asOf when GetSales last listed the newest messages, ISO; null when it has not
 * @param senderId shows the sends of one sender only; null for all
 */
export function threadRows(
  messages: readonly Message[],
  sends: readonly TrackedSend[],
  asOf: string | null,
  senderId: SenderId | null,
): readonly ThreadRow[] {
  const listed = new Set<string>(messages.map(({ id }) => id));
  const unconfirmed = new Set(unresolved(sends));
  const ours = sends.flatMap((send) => {
    const stage = stageOf(send, listed, unconfirmed, asOf);
    return stage === null || (senderId !== null && send.senderId !== senderId) ? [] : [{ send, stage }];
  });
  const markDay = dayMarker();
  return [
    ...messages.map((message): ThreadRow => {
      const day = markDay(messageTime(message));
      return { kind: 'message', key: message.id, day, message };
    }),
    ...ours.map(({ send, stage }): ThreadRow => {
      const day = markDay(send.createdAt);
      return { kind: 'send', key: send.id, day, send, stage };
    }),
  ];
}

/**
 * How a send is shown. Null when it is not: listed already, refused or cancelled (the composer says so), or sent again.
 */
function stageOf(
  send: TrackedSend,
  listed: ReadonlySet<string>,
  unconfirmed: ReadonlySet<TrackedSend>,
  asOf: string | null,
): SendStage | null {
  const { state, createdAt } = send;
  switch (state.name) {
    case 'queued':
      return canBeCancelled(state, createdAt) ? 'queued' : 'sending';
    case 'dispatching':
      return 'sending';
    case 'unknown':
      return unconfirmed.has(send) ? 'unconfirmed' : null;
    case 'refused':
    case 'cancelled':
      return null;
    case 'sent': {
      const mayLag = asOf === null || Date.parse(asOf) - Date.parse(createdAt) < LIST_LAG_MS;
      return mayLag && !listed.has(state.messageId) ? 'accepted' : null;
    }
  }
}

/** Whether there is time to press Undo: none if the user turned the delay off. */
function canBeCancelled({ sendAt, blockedBy }: Queued, createdAt: string): boolean {
  return blockedBy !== null || Date.parse(sendAt) - Date.parse(createdAt) >= 1_000;
}

/** Returns a function that marks, row by row, the first row of a calendar day in the user's time zone. Rows without a time are never marked. */
function dayMarker(): (at: string | null) => string | null {
  let current = '';
  return (at) => {
    const day = at === null ? current : new Date(at).toDateString();
    if (day === current) return null;
    current = day;
    return at;
  };
}
