import type { AppError } from '@/lib/domain/app-error';
import type { FieldName, PageKind } from '@/lib/domain/reading';
import { formatNames } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { ReportFacts } from '@/lib/ui/profile/use-page-report';
import type { PageReading } from '@/lib/ui/profile/use-reading';

/**
 * What LinkedIn must have changed, in words: fields that every page of this kind shows and this one does not, or a page at
 * somebody's address that never showed them. Null where nothing is amiss.
 */
export function layoutWords(page: PageReading): string | null {
  if (page.state === 'failed') return isUnreadable(page.error) ? t('popup.drift.unreadable') : null;
  if (page.state !== 'read' || !isOwnPage(page.reading.kind)) return null;
  const { drift } = page.reading;
  return drift.length === 0 ? null : t('popup.drift.lost', { fields: formatNames(drift.map(fieldWords)) });
}

/** What a report may say about what the reader made of the page. */
export function reportFacts(page: PageReading): ReportFacts {
  const reading = page.state === 'read' || page.state === 'failed' ? page.reading : null;
  return reading ?? { kind: 'unsettled', generation: 'unknown', drift: [], missing: [] };
}

function isUnreadable(error: AppError): boolean {
  return error.code === 'page-unreadable';
}

function fieldWords(field: FieldName): string {
  return t(`popup.drift.${field}`);
}

const OWN: ReadonlySet<PageKind> = new Set<PageKind>(['profile', 'sales-lead', 'recruiter']);

/** Whether a page is one person's own, with a top card that proves whose and shows all that is expected of them. */
export function isOwnPage(kind: PageKind): boolean {
  return OWN.has(kind);
}
