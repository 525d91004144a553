import * as z from 'zod/mini';
import type { Message, MessageState } from '@/lib/domain/conversation';
import { ContactId, MessageId, SenderId } from '@/lib/domain/ids';
import { looseArray, looseText, looseTime, looseUuid, uuid } from './values';

const WireMessage = z.object({
  uuid,
  lead_uuid: looseUuid,
  sender_profile_uuid: looseUuid,
  type: looseText,
  text: looseText,
  status: looseText,
  fail_reason: looseText,
  attachments: looseArray(z.unknown()),
  automation: looseText,
  read_at: looseTime,
  sent_at: looseTime,
  created_at: looseTime,
});

const STATES: ReadonlyMap<string, MessageState> = new Map([
  ['new', 'queued'],
  ['in_progress', 'sending'],
  ['done', 'sent'],
  ['failed', 'failed'],
]);

/** One row of `linkedin-messages` (docs/getsales-api.md#conversation); null without a uuid. */
export function readMessage(json: unknown): Message | null {
  const parsed = WireMessage.safeParse(json);
  if (!parsed.success) return null;
  const row = parsed.data;
  return {
    id: MessageId.parse(row.uuid),
    contactId: row.lead_uuid === null ? null : ContactId.parse(row.lead_uuid),
    senderId: row.sender_profile_uuid === null ? null : SenderId.parse(row.sender_profile_uuid),
    direction: row.type === 'inbox' ? 'in' : 'out',
    text: row.text,
    state: STATES.get(row.status ?? '') ?? 'other',
    status: row.status ?? '',
    failReason: row.fail_reason,
    attachments: row.attachments.length,
    origin: row.automation,
    readAt: row.read_at,
    sentAt: row.sent_at,
    createdAt: row.created_at,
  };
}
