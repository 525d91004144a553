import type { CastMember } from '@/e2e/support/cast';
import { LinkedInIdentity } from '@/lib/domain/identity-schema';

/** Somebody of the cast, as the reader would know them. */
export function identityOf(person: Pick<CastMember, 'slug'> & Partial<CastMember>): LinkedInIdentity {
  return LinkedInIdentity.parse({
    slug: person.slug,
    memberId: person.memberId ?? null,
    salesId: person.salesId ?? null,
  });
}

/** Known by the address alone. */
export function bySlug(slug: string): LinkedInIdentity {
  return LinkedInIdentity.parse({ slug, memberId: null, salesId: null });
}
