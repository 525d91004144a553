import type { LinkedInIdentity, MemberId, Slug } from '@/lib/domain/identity';

/** The person that a top card shows, from places that only ever name the profile's owner. */
export interface ProfileOwner {
  readonly slugs: readonly Slug[];
  /** Null when the page proves none, or its evidence is contradictory. */
  readonly memberId: MemberId | null;
}

/**
 * Whether a top card shows the person in the address: every slug in it is theirs, or, for a member-id address, the id that
 * it proves is theirs. A card without slug and id never does (docs/linkedin-pages.md#navigation).
 */
export function isOwnerAt({ slug, memberId }: LinkedInIdentity, owner: ProfileOwner): boolean {
  if (slug !== null) return owner.slugs.length > 0 && owner.slugs.every((other) => other === slug);
  return memberId !== null && owner.memberId === memberId;
}

/** The address's identity with the ids that the page proves for the same person. */
export function enrich(identity: LinkedInIdentity, owner: ProfileOwner): LinkedInIdentity {
  const [slug] = owner.slugs;
  return { ...identity, slug: identity.slug ?? slug ?? null, memberId: identity.memberId ?? owner.memberId };
}

export function unique<T>(values: readonly (T | null)[]): readonly T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
