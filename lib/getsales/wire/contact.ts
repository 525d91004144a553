import * as z from 'zod/mini';
import type { Contact, SenderConnection } from '@/lib/domain/contact';
import { ContactId, ListId, SenderId } from '@/lib/domain/ids';
import { isEmpty, looseArray, looseNumber, looseText, looseTime, looseUuid, property, uuid } from './values';

const Lead = z.object({
  uuid,
  name: looseText,
  first_name: looseText,
  last_name: looseText,
  headline: looseText,
  position: looseText,
  company_name: looseText,
  raw_address: looseText,
  about: looseText,
  work_email: looseText,
  /** Older name of `work_email` (docs/getsales-api.md#contradictions). */
  email: looseText,
  personal_email: looseText,
  linkedin: looseText,
  ln_id: looseText,
  sn_id: looseText,
  list_uuid: looseUuid,
  pipeline_stage_uuid: looseUuid,
  tags: looseArray(uuid),
  unread_counts: looseArray(z.object({ count: looseNumber })),
  last_stop_on_reply_at: looseTime,
  created_at: looseTime,
  updated_at: looseTime,
});

const Marker = z.object({
  sender_profile_uuid: looseUuid,
  linkedin_last_connection_accepted_at: looseTime,
  linkedin_last_connection_lost_at: looseTime,
  last_messaging_activity_at: looseTime,
});

const Markers = looseArray(Marker);

/** Properties that wrap a contact. */
const WRAPPERS: readonly string[] = ['lead', 'data'];

export type ContactAnswer =
  | { readonly kind: 'contact'; readonly contact: Contact }
  /** GetSales has no such contact: one of the forms of docs/getsales-api.md#lookup. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

/**
 * Reads a contact from any of the shapes in use: `{lead, markers}` or flat, each possibly under `data`
 * (docs/getsales-api.md#lookup). An answer that is neither a contact nor clearly empty is `unreadable`, because a failure must
 * not look like an absence.
 */
export function readContactAnswer(json: unknown): ContactAnswer {
  const outer = property(json, 'lead') === undefined ? (property(json, 'data') ?? json) : json;
  const wrapped = property(outer, 'lead');
  const parsed = Lead.safeParse(wrapped === undefined ? outer : wrapped);
  if (parsed.success) {
    const markers = Markers.parse(property(outer, 'markers'));
    return { kind: 'contact', contact: toContact(parsed.data, markers) };
  }
  return { kind: isAbsent(json) ? 'none' : 'unreadable' };
}

/** Whether an answer means "no such contact": empty, also in its wrappers, or `found: false`, and nothing else. */
function isAbsent(value: unknown): boolean {
  if (isEmpty(value)) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([name, each]) => isEmpty(each) || (WRAPPERS.includes(name) ? isAbsent(each) : name === 'found' && each === false),
  );
}

/** The contact in an answer that must contain one, for example after a write; null otherwise. */
export function readContact(json: unknown): Contact | null {
  const answer = readContactAnswer(json);
  return answer.kind === 'contact' ? answer.contact : null;
}

function toContact(lead: z.infer<typeof Lead>, markers: readonly z.infer<typeof Marker>[]): Contact {
  return {
    id: ContactId.parse(lead.uuid),
    name: lead.name,
    firstName: lead.first_name,
    lastName: lead.last_name,
    headline: lead.headline,
    position: lead.position,
    company: lead.company_name,
    location: lead.raw_address,
    about: lead.about,
    workEmail: lead.work_email ?? lead.email,
    personalEmail: lead.personal_email,
    slug: bareSlug(lead.linkedin),
    memberId: lead.ln_id,
    salesId: lead.sn_id,
    listId: lead.list_uuid === null ? null : ListId.parse(lead.list_uuid),
    stageId: lead.pipeline_stage_uuid,
    tagIds: lead.tags,
    unread: lead.unread_counts.reduce((sum, { count }) => sum + Math.max(0, count ?? 0), 0),
    connections: markers.flatMap(toConnections),
    lastReplyAt: lead.last_stop_on_reply_at,
    createdAt: lead.created_at,
    updatedAt: lead.updated_at,
  };
}

/** The row without a sender is the workspace's total, not a connection (docs/getsales-api.md#lookup). */
function toConnections(marker: z.infer<typeof Marker>): readonly SenderConnection[] {
  if (marker.sender_profile_uuid === null) return [];
  const accepted = marker.linkedin_last_connection_accepted_at;
  const lost = marker.linkedin_last_connection_lost_at;
  return [
    {
      senderId: SenderId.parse(marker.sender_profile_uuid),
      connected: accepted !== null && (lost === null || lost < accepted),
      lastMessageAt: marker.last_messaging_activity_at,
    },
  ];
}

/** A slug from a slug or a URL (GetSales stores both), in the form of the domain's `Slug`: decoded, NFC, lower case. */
function bareSlug(linkedin: string | null): string | null {
  const given = (linkedin ?? '').trim();
  const encoded = /\/in\/([^/?#]+)/u.exec(given)?.[1] ?? (/^[^/?#\s]+$/u.test(given) ? given : '');
  if (encoded === '') return null;
  return decoded(encoded).normalize('NFC').toLowerCase();
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
