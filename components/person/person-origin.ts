import type { PageReading } from '@/lib/ui/use-reading';
import type { PersonField } from './person-fields';

export type PersonOrigin = 'reading' | 'page' | 'getsales' | 'unsettled' | 'unreadable' | 'will-fill';

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
  if (has('page', 'suggested')) return 'page';
  if (has('getsales')) return 'getsales';
  if (page === null) return 'will-fill';
  return page.state === 'unsettled' ? 'unsettled' : 'unreadable';
}
