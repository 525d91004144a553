import * as z from 'zod/mini';
import type { Contact, SenderTie } from '@/lib/domain/contact';
import { ContactId, ListId, SenderId } from '@/lib/domain/ids';
import { looseArray, looseNumber, looseText, looseTime, looseUuid, uuid } from './scalars';

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

const Wrapped = z.object({ lead: z.optional(z.unknown()), data: z.optional(z.unknown()), markers: looseArray(Marker) });

/**
 * A contact out of any of the shapes that GetSales answers with: wrapped with markers, under `data`, or flat
 * (getsales-api.md 3.2 and 4.7).
 *
 * @returns null when there is no contact with a uuid in it
 */
export function readContact(json: unknown): Contact | null {
  const outer = Wrapped.safeParse(json);
  if (!outer.success) return null;
  const { lead, data, markers } = outer.data;
  if (lead === undefined && data !== undefined) return readContact(data);
  const parsed = Lead.safeParse(lead ?? json);
  return parsed.success ? toContact(parsed.data, markers) : null;
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
    workEmail: lead.work_email,
    personalEmail: lead.personal_email,
    slug: bareSlug(lead.linkedin),
    memberId: lead.ln_id,
    salesId: lead.sn_id,
    listId: lead.list_uuid === null ? null : ListId.parse(lead.list_uuid),
    stageId: lead.pipeline_stage_uuid,
    tagIds: lead.tags,
    unread: lead.unread_counts.reduce((sum, { count }) => sum + (count ?? 0), 0),
    ties: markers.flatMap(toTie),
    lastReplyAt: lead.last_stop_on_reply_at,
    createdAt: lead.created_at,
    updatedAt: lead.updated_at,
  };
}

/** The row without a sender is the workspace's total and no tie (getsales-api.md 3.2). */
function toTie(marker: z.infer<typeof Marker>): readonly SenderTie[] {
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

/** GetSales keeps a slug, sometimes a whole address. */
function bareSlug(linkedin: string | null): string | null {
  if (linkedin === null || linkedin === '') return null;
  const inAddress = /\/in\/([^/?#]+)/u.exec(linkedin)?.[1];
  return inAddress ?? (linkedin.includes('/') ? null : linkedin);
}
