import type { LinkedInIdentity, MemberId, Slug } from '@/lib/domain/identity';
import { asSlug } from '../address/ids';

/** What the top card says about whom it shows, from places that only ever name its subject. */
export interface Subject {
  readonly slugs: readonly Slug[];
  /** Null when the page proves none, or its proofs contradict each other. */
  readonly memberId: MemberId | null;
}

/**
 * Whether the top card belongs to the person in the address: every slug it names is theirs, or, for a member-id address,
 * the id that it proves is that one. A card that names nobody belongs to nobody (docs/linkedin-pages.md#navigation).
 */
export function belongsTo(subject: Subject, identity: LinkedInIdentity): boolean {
  if (identity.slug !== null) {
    return subject.slugs.length > 0 && subject.slugs.every((slug) => slug === identity.slug);
  }
  return identity.memberId !== null && subject.memberId === identity.memberId;
}

/** The address's identity with what the page proved about the same person. */
export function enrich(identity: LinkedInIdentity, subject: Subject): LinkedInIdentity {
  const [slug] = subject.slugs;
  return { ...identity, slug: identity.slug ?? slug ?? null, memberId: identity.memberId ?? subject.memberId };
}

/** The slug in a link to a profile, on LinkedIn or relative; null for any other link. */
export function slugInLink(href: string | null): Slug | null {
  const segment = /^(?:https:\/\/[a-z]{2,5}\.linkedin\.com)?\/in\/([^/?#]+)/u.exec(href ?? '')?.[1];
  return segment === undefined ? null : asSlug(segment);
}

export function unique<T>(values: readonly (T | null)[]): readonly T[] {
  return [...new Set(values.filter((value) => value !== null))];
}
