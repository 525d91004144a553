import { messageTime, type ConversationPage, type Message } from '@/lib/domain/conversation';
import type { ContactId, MessageId, SenderId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import { toWriteFailure, unprovenWrite, type WriteFailure } from '../write-failure';
import { apiPath } from '../http/api-path';
import { unreadable, type Answer, type Call, type Request } from '../http/call';
import { readPage, readRows } from './paging';
import { readMessage } from '../wire/message';
import { property, unwrapData } from '../wire/values';

const MESSAGES = apiPath`/flows/api/linkedin-messages`;
const PAGE = 50;
/** Sorts after every time: a message without one was just made. */
const LATER = 'z';
const NEWEST_SENT_FIRST = { order_field: 'sent_at', order_type: 'desc' } as const;
const NEWEST_MADE_FIRST = { order_field: 'created_at', order_type: 'desc' } as const;

export interface MessagesDeps {
  readonly request: Request;
  readonly now: () => number;
}

export interface SendRequest {
  readonly contactId: ContactId;
  readonly senderId: SenderId;
  readonly text: string;
}

/** What a contact was sent before a send, to recognise the new message later. */
export interface SentBaseline {
  readonly messages: readonly Message[];
  /** Server clock minus ours, ms; null without a `Date` header. */
  readonly skewMs: number | null;
}

interface Participants {
  readonly contactId: ContactId;
  /** Null for all senders. */
  readonly senderId: SenderId | null;
}

/**
 * One page of a conversation, newest first (docs/getsales-api.md#conversation). GetSales sorts messages without `sent_at`
 * (queued, failed) to the very end. The first page of a longer thread therefore includes them from a second request, so
 * that a queued message does not look lost.
 */
export async function conversation(
  deps: MessagesDeps,
  participants: Participants,
  offset: number,
  signal?: AbortSignal,
): Promise<Result<ConversationPage>> {
  const page = await list(deps.request, { participants, order: NEWEST_SENT_FIRST, offset, mode: 'read', signal });
  if (!page.ok) return page;
  const { messages, nextOffset, total } = page.value;
  const isFirstOfMany = offset === 0 && nextOffset !== null;
  const queued = isFirstOfMany ? await unsent(deps.request, participants, messages, signal) : ok([]);
  if (!queued.ok) return queued;
  return ok({
    messages: withoutRepeats([...queued.value, ...messages]).toSorted(newestFirst),
    nextOffset,
    total,
    asOf: new Date(deps.now()).toISOString(),
  });
}

/** Messages without `sent_at` that are newer than the oldest one of the page. */
async function unsent(
  request: Request,
  participants: Participants,
  page: readonly Message[],
  signal?: AbortSignal,
): Promise<Result<readonly Message[]>> {
  const query = { 'filter[status][]': ['new', 'in_progress', 'failed'] };
  const found = await list(request, { participants, order: NEWEST_MADE_FIRST, query, mode: 'read', signal });
  if (!found.ok) return found;
  const oldest = page.map((message) => messageTime(message) ?? '').reduce((a, b) => (a < b ? a : b), LATER);
  return ok(
    found.value.messages.filter((message) => message.sentAt === null && (messageTime(message) ?? LATER) >= oldest),
  );
}

/** The newest messages from this sender to this contact, and the clock difference to the server. One attempt. */
export async function sentMessages(
  { request, now }: MessagesDeps,
  participants: Participants,
  signal?: AbortSignal,
): Promise<Result<SentBaseline>> {
  const query = { 'filter[type]': 'outbox' };
  const found = await list(request, { participants, order: NEWEST_MADE_FIRST, query, mode: 'preflight', signal });
  if (!found.ok) return found;
  const { messages, serverNowMs } = found.value;
  return ok({
    messages: messages.filter(({ direction }) => direction === 'out'),
    skewMs: serverNowMs === null ? null : serverNowMs - now(),
  });
}

/** Queues a message; sent at most once (docs/getsales-api.md#send). */
export async function send(
  { request }: MessagesDeps,
  { contactId, senderId, text }: SendRequest,
  signal?: AbortSignal,
): Promise<Result<Message, WriteFailure>> {
  const answer = await request({
    method: 'POST',
    path: MESSAGES,
    body: { sender_profile_uuid: senderId, lead_uuid: contactId, text },
    mode: 'once',
    signal,
  });
  if (!answer.ok) return err(toWriteFailure(answer.error, 'contact'));
  const message = readMessage(rowIn(answer.value.json));
  const isMatching = (message?.contactId ?? contactId) === contactId && (message?.senderId ?? senderId) === senderId;
  // A row for another contact or sender proves nothing about this message.
  if (message === null || !isMatching) return err(unprovenWrite(answer.value.status));
  return ok({ ...message, contactId, senderId });
}

/** The row of the sent message, alone or wrapped; clients have seen each form (docs/getsales-api.md#send). */
function rowIn(json: unknown): unknown {
  const data = unwrapData(json);
  const row = property(data, 'linkedin_message') ?? property(data, 'message') ?? data;
  return Array.isArray(row) && row.length === 1 ? row[0] : row;
}

/** Queues a failed message again (docs/getsales-api.md#send). The body of the answer is not documented. */
export async function retry(
  request: Request,
  id: MessageId,
  signal?: AbortSignal,
): Promise<Result<null, WriteFailure>> {
  const answer = await request({
    method: 'PUT',
    path: apiPath`/flows/api/linkedin-messages/${id}/retry`,
    mode: 'once',
    signal,
  });
  return answer.ok ? ok(null) : err(toWriteFailure(answer.error, 'message'));
}

/** One message by its id; null when GetSales does not list it. There is no route for a single message. */
export async function byId(
  { request }: MessagesDeps,
  id: MessageId,
  signal?: AbortSignal,
): Promise<Result<Message | null>> {
  const query = { 'filter[uuid]': id, ...NEWEST_MADE_FIRST, limit: '1', offset: '0' };
  const answer = await request({ method: 'GET', path: MESSAGES, query, mode: 'read', signal });
  if (!answer.ok) return err(answer.error.error);
  const rows = readRows(readPage(answer.value.json, 0)?.rows ?? [null], {
    read: readMessage,
    belongs: (message) => message.id === id,
  });
  return rows === null ? err(unreadable(answer.value.status).error) : ok(rows[0] ?? null);
}

interface ListCall {
  readonly participants: Participants;
  readonly order: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly offset?: number;
  readonly mode: Call['mode'];
  readonly signal: AbortSignal | undefined;
}

interface Listed extends Pick<ConversationPage, 'messages' | 'nextOffset' | 'total'>, Pick<Answer, 'serverNowMs'> {}

/** Messages of one contact (and sender). Rows of others are dropped, in case GetSales ignored the filter. */
async function list(request: Request, call: ListCall): Promise<Result<Listed>> {
  const { contactId, senderId } = call.participants;
  const offset = call.offset ?? 0;
  const answer = await request({
    method: 'GET',
    path: MESSAGES,
    query: {
      'filter[lead_uuid]': contactId,
      ...(senderId === null ? {} : { 'filter[sender_profile_uuid]': senderId }),
      ...call.query,
      ...call.order,
      limit: String(PAGE),
      offset: String(offset),
    },
    mode: call.mode,
    signal: call.signal,
  });
  if (!answer.ok) return err(answer.error.error);
  const { json, status, serverNowMs } = answer.value;
  const page = readPage(json, offset);
  const messages = readRows(page?.rows ?? [null], {
    read: readMessage,
    belongs: (message) => message.contactId === contactId && (senderId === null || message.senderId === senderId),
  });
  if (page === null || messages === null) return err(unreadable(status).error);
  return ok({ messages: withoutRepeats(messages), nextOffset: page.nextOffset, total: page.total, serverNowMs });
}

function withoutRepeats(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [message.id, message])).values()];
}

function newestFirst(a: Message, b: Message): number {
  return (messageTime(b) ?? LATER).localeCompare(messageTime(a) ?? LATER);
}
