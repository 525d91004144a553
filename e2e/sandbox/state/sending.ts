import { missingFields, selectedInvalid } from '../wire/body';
import { isRecord, textOf, type JsonRecord } from '../wire/values';
import type { Quirks } from '../quirks/positions';
import { invalid, Problem } from '../wire/problem';
import { addMessage } from './conversations';
import { findLead, findSender, type Workspace } from './workspace';
import type { MessageRow, SenderRow } from './outreach-rows';

const TEXT_MAX = 8_000;
const SUBJECT_MAX = 511;
const MESSENGERS = ['basic', 'inmail', 'sn'];

interface Sending {
  /** The user of the key. */
  readonly userId: number;
  readonly quirks: Readonly<Quirks>;
}

/**
 * Queues a message for `POST /flows/api/linkedin-messages` (docs/getsales-api.md#send). Without a connection between sender and
 * contact the message fails later, with a reason, or is refused with 404, unless it is an InMail (has a subject or says so).
 */
export function sendMessage(workspace: Workspace, body: JsonRecord, { userId, quirks }: Sending): MessageRow {
  const text = textOf(body['text']);
  const templateUuid = textOf(body['template_uuid']);
  const subject = textOf(body['subject']);
  refuseInvalid(body, text, templateUuid, subject);
  const messenger = textOf(body['linkedin_messenger_type']) ?? 'basic';
  if (quirks.words === 'strict' && !MESSENGERS.includes(messenger)) throw selectedInvalid('linkedin_messenger_type');
  const isInMail = subject !== null || messenger !== 'basic';
  const sender = findSender(workspace, textOf(body['sender_profile_uuid']) ?? '');
  if (sender === undefined) throw selectedInvalid('sender_profile_uuid');
  const lead = findLead(workspace, textOf(body['lead_uuid']) ?? '');
  if (lead === undefined) throw selectedInvalid('lead_uuid');
  const obstacle = undeliverable(workspace, lead.uuid, sender, isInMail);
  if (obstacle !== null && quirks.unconnected === 'not-found')
    throw new Problem(404, 'not_found', obstacle, 'Not Found');
  const row = addMessage(workspace, {
    leadUuid: lead.uuid,
    sender,
    type: 'outbox',
    text,
    automation: 'manual',
    linkedinType: isInMail ? 'InMail' : 'message',
    subject,
    templateUuid,
    attachments: attachmentsOf(workspace, body['attachments']),
    sentAt: workspace.now(),
    userId,
  });
  workspace.messages.queue(row, obstacle);
  return row;
}

function refuseInvalid(body: JsonRecord, text: string | null, template: string | null, subject: string | null): void {
  const problems: Record<string, string[]> = missingFields(body, ['sender_profile_uuid', 'lead_uuid']);
  if (text === null && template === null) problems['text'] = ['The text field is required.'];
  if (text !== null && codePoints(text) > TEXT_MAX) {
    problems['text'] = [`The text may not be greater than ${TEXT_MAX} characters.`];
  }
  if (subject !== null && codePoints(subject) > SUBJECT_MAX) {
    problems['subject'] = [`The subject may not be greater than ${SUBJECT_MAX} characters.`];
  }
  if (Object.keys(problems).length > 0) throw invalid(problems);
}

function undeliverable(workspace: Workspace, leadUuid: string, sender: SenderRow, inMail: boolean): string | null {
  if (sender.linkedin_account_uuid === null) return 'The sender profile has no LinkedIn account.';
  if (inMail || workspace.connections.connected(leadUuid, sender.uuid)) return null;
  return 'The contact is not connected with this sender profile.';
}

function attachmentsOf(workspace: Workspace, given: unknown): readonly { readonly uuid: string }[] | null {
  if (!Array.isArray(given) || given.length === 0) return null;
  return given.map((item: unknown) => {
    const uuid = isRecord(item) ? textOf(item['uuid']) : null;
    if (uuid === null || workspace.attachments.get(uuid) === undefined) throw selectedInvalid('attachments');
    return { uuid };
  });
}

/** The limits count code points, like `maxLength` of JSON Schema (docs/getsales-api.md#send). */
function codePoints(text: string): number {
  return Array.from(text).length;
}
