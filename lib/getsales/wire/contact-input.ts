import type { ContactDraft } from '@/lib/domain/contact';
import { linkedinReference, type LinkedInIdentity } from '@/lib/domain/identity';

type WireValue = string | readonly string[];

/**
 * A person as GetSales' contact input: the documented field names (docs/getsales-api.md#upsert), without absent values. Custom
 * fields are added by the callers, at different places.
 */
export function toContactInput(identity: LinkedInIdentity, draft: ContactDraft): Readonly<Record<string, WireValue>> {
  const fields: Readonly<Record<string, WireValue | null | undefined>> = {
    linkedin_id: linkedinReference(identity),
    linkedin: identity.slug,
    ln_id: identity.memberId,
    sn_id: identity.salesId,
    name: draft.name,
    first_name: draft.firstName,
    last_name: draft.lastName,
    company_name: draft.company,
    domain: draft.companyDomain,
    position: draft.position,
    headline: draft.headline,
    about: draft.about,
    raw_address: draft.location,
    avatar: draft.avatarUrl,
    work_email: draft.workEmail,
    personal_email: draft.personalEmail,
    work_phone_number: draft.workPhone,
    personal_phone_number: draft.personalPhone,
    facebook: draft.facebook,
    twitter: draft.twitter,
    tags: draft.tags,
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])),
  );
}
