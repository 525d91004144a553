import { messageTime, type ConversationPage, type Message } from '@/lib/domain/conversation';
import type { ContactId, MessageId, SenderId } from '@/lib/domain/ids';
import { err, ok, type Result } from '@/lib/domain/result';
import type { OutboxBaseline, SendRequest, WriteFailure } from '../client';
import { readPage } from '../paging';
import type { Request } from '../pipeline/request';
import { routes } from '../routes';
import { readMessage } from '../wire/message';
import { writeFailure } from './contacts';

const CONVERSATION_PAGE = 50;
const OUTBOX_PAGE = 50;

export interface MessagesDeps {
  readonly request: Request;
  readonly now: () => number;
}

/** One page of a conversation, newest first (getsales-api.md 3.8). */
export async function conversation(
  { request, now }: MessagesDeps,
  contactId: ContactId,
  senderId: SenderId | null,
  offset: number,
  signal?: AbortSignal,
): Promise<Result<ConversationPage>> {
  const answer = await request({
    method: 'GET',
    path: routes.messages,
    query: {
      'filter[lead_uuid]': contactId,
      ...(senderId === null ? {} : { 'filter[sender_profile_uuid]': senderId }),
      order_field: 'sent_at',
      order_type: 'desc',
      limit: String(CONVERSATION_PAGE),
      offset: String(offset),
    },
    mode: 'read',
    signal,
  });
  if (!answer.ok) return err(answer.error.error);
  const page = readPage(answer.value.json, offset);
  if (page === null) return err({ code: 'unreadable-answer', status: answer.value.status });
  return ok({
    messages: page.rows.flatMap((row) => matching(row, contactId, senderId)).sort(newestFirst),
    nextOffset: page.nextOffset,
    total: page.total,
    asOf: new Date(now()).toISOString(),
  });
}

/** The newest messages that this sender sent to this contact, and the server's clock: one request, no repeat. */
export async function outbox(
  { request, now }: MessagesDeps,
  contactId: ContactId,
  senderId: SenderId,
  signal?: AbortSignal,
): Promise<Result<OutboxBaseline>> {
  const answer = await request({
    method: 'GET',
    path: routes.messages,
    query: {
      'filter[lead_uuid]': contactId,
      'filter[sender_profile_uuid]': senderId,
      'filter[type]': 'outbox',
      order_field: 'created_at',
      order_type: 'desc',
      limit: String(OUTBOX_PAGE),
      offset: '0',
    },
    mode: 'preflight',
    signal,
  });
  if (!answer.ok) return err(answer.error.error);
  const page = readPage(answer.value.json, 0);
  if (page === null) return err({ code: 'unreadable-answer', status: answer.value.status });
  const { serverNowMs } = answer.value;
  return ok({
    messages: page.rows
      .flatMap((row) => matching(row, contactId, senderId))
      .filter(({ direction }) => direction === 'out'),
    skewMs: serverNowMs === null ? null : serverNowMs - now(),
  });
}

/** Queues a message: one attempt, ever (getsales-api.md 3.9). */
export async function send(
  { request }: MessagesDeps,
  { contactId, senderId, text }: SendRequest,
  signal?: AbortSignal,
): Promise<Result<Message, WriteFailure>> {
  const answer = await request({
    method: 'POST',
    path: routes.messages,
    body: { sender_profile_uuid: senderId, lead_uuid: contactId, text },
    mode: 'once',
    signal,
  });
  if (!answer.ok) return err(writeFailure(answer.error, 'contact'));
  const message = readMessage(answer.value.json);
  const error = { code: 'unreadable-answer', status: answer.value.status } as const;
  return message === null ? err({ fate: 'unknown', error }) : ok(message);
}

/** One message by its id; null when GetSales does not list it. */
export async function byId(
  { request }: MessagesDeps,
  id: MessageId,
  signal?: AbortSignal,
): Promise<Result<Message | null>> {
  const query = { 'filter[uuid]': id, order_field: 'created_at', order_type: 'desc', limit: '1' };
  const answer = await request({ method: 'GET', path: routes.messages, query, mode: 'read', signal });
  if (!answer.ok) return err(answer.error.error);
  const page = readPage(answer.value.json, 0);
  if (page === null) return err({ code: 'unreadable-answer', status: answer.value.status });
  return ok(page.rows.map((row) => readMessage(row)).find((message) => message?.id === id) ?? null);
}

/** A wrong filter name is ignored without an error, so every row is checked again (getsales-api.md 2.4). */
function matching(row: unknown, contactId: ContactId, senderId: SenderId | null): readonly Message[] {
  const message = readMessage(row);
  const isOurs = message?.contactId === contactId && (senderId === null || message.senderId === senderId);
  return message !== null && isOurs ? [message] : [];
}

function newestFirst(a: Message, b: Message): number {
  return (messageTime(b) ?? '').localeCompare(messageTime(a) ?? '');
}
