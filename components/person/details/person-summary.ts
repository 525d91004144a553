import type { PageKind } from '@/lib/domain/reading';
import type { PageReading } from '@/lib/ui/profile/use-reading';
import type { PersonFieldName } from './field-names';
import type { PersonField } from './person-fields';

export type PersonOrigin =
  'reading' | 'page' | 'thread' | 'list' | 'getsales' | 'unsettled' | 'walled' | 'detail' | 'unreadable' | 'will-fill';

/**
 * Where what is shown of a person comes from. A page that cannot be read is said to be so, unless GetSales knows the
 * person anyway.
 *
 * @param page null for a person without a page
 */
export function personOrigin(page: PageReading | null, fields: readonly PersonField[]): PersonOrigin {
  const has = (...sources: readonly PersonField['source'][]): boolean =>
    fields.some((field) => sources.includes(field.source));
  if (page?.state === 'reading') return 'reading';
  if (has('page', 'suggested')) return pageOrigin(page);
  if (has('getsales')) return 'getsales';
  if (page === null) return 'will-fill';
  if (page.state === 'unsettled') return 'unsettled';
  return page.state === 'read' ? emptyOrigin(page.reading.kind) : 'unreadable';
}

function pageOrigin(page: PageReading | null): PersonOrigin {
  if (page?.state !== 'read') return 'page';
  if (page.reading.kind === 'thread') return 'thread';
  return page.reading.kind === 'people' ? 'list' : 'page';
}

/** Why a page that was read shows nothing about the person. */
function emptyOrigin(kind: PageKind): PersonOrigin {
  switch (kind) {
    case 'walled':
      return 'walled';
    case 'profile-detail':
      return 'detail';
    case 'people':
    case 'thread':
      return 'will-fill';
    case 'profile':
    case 'sales-lead':
    case 'recruiter':
    case 'unsettled':
    case 'other':
      return 'unreadable';
  }
}

/** The lines under a person's name. Position is left out where the headline says it already. */
export function personLines(fields: readonly PersonField[]): {
  readonly headline: PersonField | null;
  readonly meta: readonly PersonField[];
} {
  const shown = (name: PersonFieldName): PersonField | null =>
    fields.find((field) => field.name === name && field.value !== '') ?? null;
  const headline = shown('headline');
  const position = shown('position');
  const said =
    headline !== null &&
    position !== null &&
    headline.value.toLocaleLowerCase().includes(position.value.toLocaleLowerCase());
  const meta = [said ? null : position, shown('company'), shown('location')].filter((field) => field !== null);
  return { headline, meta };
}
