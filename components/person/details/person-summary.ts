import type { PageKind } from '@/lib/domain/reading';
import type { PageReading } from '@/lib/ui/profile/use-reading';
import type { PersonFieldName } from './field-names';
import type { PersonField } from './person-fields';

export type PersonOrigin =
  'reading' | 'page' | 'thread' | 'list' | 'getsales' | 'unsettled' | 'walled' | 'detail' | 'unreadable' | 'will-fill';

/**
 * Where the shown details come from. An unreadable page is reported unless GetSales has details.
 *
 * @param page null for a person without a page of their own
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

/** Why a reading has no details of the person. */
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

/** The lines below a person's name. The position is left out when the headline contains it. */
export function personLines(fields: readonly PersonField[]): {
  readonly headline: PersonField | null;
  readonly meta: readonly PersonField[];
} {
  const shown = (name: PersonFieldName): PersonField | null =>
    fields.find((field) => field.name === name && field.value !== '') ?? null;
  const headline = shown('headline');
  const position = shown('position');
  const isInHeadline =
    headline !== null &&
    position !== null &&
    headline.value.toLocaleLowerCase().includes(position.value.toLocaleLowerCase());
  const meta = [isInHeadline ? null : position, shown('company'), shown('location')].filter((field) => field !== null);
  return { headline, meta };
}
