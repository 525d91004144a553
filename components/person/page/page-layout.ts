import type { FieldName, PageKind } from '@/lib/domain/reading';
import { formatNames } from '@/lib/i18n/format';
import { t } from '@/lib/i18n/text';
import type { ReportFacts } from '@/lib/browser/report-tab';
import type { PageReading } from '@/lib/ui/profile/use-reading';

/**
 * Says what LinkedIn may have changed: fields that every page of this kind shows are missing, or the page never showed its
 * person. Null when the layout is as expected.
 */
export function layoutWords(page: PageReading): string | null {
  if (page.state === 'failed') return page.error.code === 'page-unreadable' ? t('popup.layout.unreadable') : null;
  if (page.state !== 'read' || !isProfilePage(page.reading.kind)) return null;
  const { unexpectedLayout } = page.reading;
  return unexpectedLayout.length === 0
    ? null
    : t('popup.layout.lost', { fields: formatNames(unexpectedLayout.map(fieldWords)) });
}

/** The facts about a reading that a report contains. */
export function reportFacts(page: PageReading): ReportFacts {
  const reading = page.state === 'read' || page.state === 'failed' ? page.reading : null;
  return reading ?? { kind: 'unsettled', generation: 'unknown', unexpectedLayout: [], missing: [] };
}

function fieldWords(field: FieldName): string {
  return t(`popup.layout.${field}`);
}

const PROFILE_PAGES: ReadonlySet<PageKind> = new Set<PageKind>(['profile', 'sales-lead', 'recruiter']);

/** Whether a page belongs to one person, with a top card that identifies them and shows the expected fields. */
export function isProfilePage(kind: PageKind): boolean {
  return PROFILE_PAGES.has(kind);
}
