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

/** How one of our sends stands that GetSales does not list (yet). */
export type SendStage = 'queued' | 'sending' | 'accepted' | 'unconfirmed';

type Queued = Extract<TrackedSend['state'], { readonly name: 'queued' }>;

/** How long GetSales' list may lag behind what it accepted; later, its list is the truth. */
const LIST_LAG_MS = 15 * 60_000;

/**
 * The thread as it is shown: loaded messages by time, then what this browser sent and GetSales does not list. Those
 * stand at the end whatever their time, so that an unconfirmed message is seen and decided on.
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
  const waiting = new Set(unresolved(sends));
  const ours = sends.flatMap((send) => {
    const stage = stageOf(send, listed, waiting, asOf);
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
 * How a send is shown; null when it is not: listed, refused or given up (the composer says so), overtaken, or sent again
 * since.
 */
function stageOf(
  send: TrackedSend,
  listed: ReadonlySet<string>,
  waiting: ReadonlySet<TrackedSend>,
  asOf: string | null,
): SendStage | null {
  const { state, createdAt } = send;
  switch (state.name) {
    case 'queued':
      return canBeCancelled(state, createdAt) ? 'queued' : 'sending';
    case 'dispatching':
      return 'sending';
    case 'unknown':
      return waiting.has(send) ? 'unconfirmed' : null;
    case 'refused':
    case 'cancelled':
      return null;
    case 'sent': {
      const mayLag = asOf === null || Date.parse(asOf) - Date.parse(createdAt) < LIST_LAG_MS;
      return mayLag && !listed.has(state.messageId) ? 'accepted' : null;
    }
  }
}

/** Whether there is time to press Undo: none where the user wants messages to leave at once. */
function canBeCancelled({ leavesAt, heldBy }: Queued, createdAt: string): boolean {
  return heldBy !== null || Date.parse(leavesAt) - Date.parse(createdAt) >= 1_000;
}

/** Says, row by row, whether a new calendar day (in the user's own time zone) begins. Rows without a time never do. */
function dayMarker(): (at: string | null) => string | null {
  let current = '';
  return (at) => {
    const day = at === null ? current : new Date(at).toDateString();
    if (day === current) return null;
    current = day;
    return at;
  };
}
