import type { MemberId, Slug } from '@/lib/domain/identity';
import { all, rawText } from '../../page/dom';
import { asMemberId, asSlug, memberNumber as decodedNumber } from '../../address/ids';
import { recordsUnder } from '../../page/embedded-json';
import { clean } from '../../page/text';

/** A person's record in the page's embedded data. */
export interface IslandPerson {
  readonly slug: Slug;
  readonly firstName: string;
  readonly lastName: string;
  /** Null where the record gives none, or one that is not its member number's. */
  readonly memberId: MemberId | null;
  readonly memberNumber: number | null;
}

/**
 * The record of this person in the page's embedded data: only one whose own `publicIdentifier` is their slug. Islands of
 * the viewer and of people shown earlier stay behind in the page (docs/linkedin-pages.md#embedded-json).
 */
export function islandPerson(document: Document, slug: Slug | null): IslandPerson | null {
  if (slug === null) return null;
  const spellings = [slug, encodeURIComponent(slug)];
  const records = all(document, 'code[id^="bpr-guid-"]')
    .map(rawText)
    // Embedded data is large: only what mentions the slug is parsed.
    .filter((text) => spellings.some((spelling) => text.includes(spelling)))
    .flatMap((text) => recordsUnder('included', text));
  for (const { publicIdentifier, firstName, lastName, objectUrn, entityUrn } of records) {
    const isSubject = typeof publicIdentifier === 'string' && asSlug(publicIdentifier) === slug;
    if (isSubject && typeof firstName === 'string' && typeof lastName === 'string') {
      const number = /^urn:li:member:(\d+)$/u.exec(String(objectUrn))?.[1];
      const memberNumber = number === undefined ? null : Number(number);
      const id = asMemberId(/^urn:li:fsd_profile:(\S+)$/u.exec(String(entityUrn))?.[1] ?? '');
      const memberId = id !== null && decodedNumber(id) === memberNumber ? id : null;
      return { slug, firstName: clean(firstName), lastName: clean(lastName), memberId, memberNumber };
    }
  }
  return null;
}
