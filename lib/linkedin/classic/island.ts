import type { Slug } from '@/lib/domain/identity';
import { all, rawText } from '../dom';
import { asSlug } from '../ids';
import { clean } from '../text';

export interface IslandName {
  readonly firstName: string;
  readonly lastName: string;
}

const MAX_ISLAND_LENGTH = 2_000_000;

/**
 * First and last name out of the page's embedded data: only from a record whose own `publicIdentifier` is this person's
 * slug. Islands of the viewer and of people shown earlier stay behind in the page (linkedin/pages.md fact 6).
 */
export function islandName(document: Document, slug: Slug | null): IslandName | null {
  if (slug === null) return null;
  const records = all(document, 'code[id^="bpr-guid-"]').flatMap((island) => recordsIn(rawText(island)));
  for (const record of records) {
    const isSubject = typeof record.publicIdentifier === 'string' && asSlug(record.publicIdentifier) === slug;
    const { firstName, lastName } = record;
    if (isSubject && typeof firstName === 'string' && typeof lastName === 'string') {
      return { firstName: clean(firstName), lastName: clean(lastName) };
    }
  }
  return null;
}

interface IslandRecord {
  readonly publicIdentifier?: unknown;
  readonly firstName?: unknown;
  readonly lastName?: unknown;
}

function recordsIn(text: string): readonly IslandRecord[] {
  if (text.length > MAX_ISLAND_LENGTH) return [];
  try {
    const data: unknown = JSON.parse(text);
    const included = isRecord(data) && 'included' in data ? data.included : [];
    return Array.isArray(included) ? included.filter(isRecord) : [];
  } catch {
    return [];
  }
}

function isRecord(value: unknown): value is IslandRecord {
  return typeof value === 'object' && value !== null;
}
