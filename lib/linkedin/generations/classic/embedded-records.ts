import type { MemberId, Slug } from '@/lib/domain/identity';
import { asMemberId, asSlug, memberNumber, numberInUrn } from '../../address/ids';
import { all, rawText } from '../../page/dom';
import { recordsUnder } from '../../page/embedded-json';
import { clean } from '../../page/text';

/** A person's record in the page's embedded data. */
export interface EmbeddedPerson {
  readonly slug: Slug;
  readonly firstName: string;
  readonly lastName: string;
  /** Null without an id, or when the id and the record's member number differ. */
  readonly memberId: MemberId | null;
  /** `NaN` when the record has none. */
  readonly memberNumber: number;
}

/**
 * This person's record in the page's embedded data, found by its `publicIdentifier`. Records of the viewer and of people
 * shown earlier stay in the page (docs/linkedin-pages.md#embedded-json).
 */
export function embeddedPerson(document: Document, slug: Slug | null): EmbeddedPerson | null {
  if (slug === null) return null;
  const spellings = [slug, encodeURIComponent(slug)];
  const records = all(document, 'code[id^="bpr-guid-"]')
    .map(rawText)
    // Embedded data is large, so only texts that contain the slug are parsed.
    .filter((text) => spellings.some((spelling) => text.includes(spelling)))
    .flatMap((text) => recordsUnder('included', text));
  for (const { publicIdentifier, firstName, lastName, objectUrn, entityUrn } of records) {
    const isOwner = typeof publicIdentifier === 'string' && asSlug(publicIdentifier) === slug;
    if (isOwner && typeof firstName === 'string' && typeof lastName === 'string') {
      const number = numberInUrn(String(objectUrn));
      const id = asMemberId(String(entityUrn).replace('urn:li:fsd_profile:', ''));
      const memberId = id !== null && memberNumber(id) === number ? id : null;
      return { slug, firstName: clean(firstName), lastName: clean(lastName), memberId, memberNumber: number };
    }
  }
  return null;
}
