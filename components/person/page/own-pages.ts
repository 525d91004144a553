import type { PageKind } from '@/lib/domain/reading';

const OWN: ReadonlySet<PageKind> = new Set<PageKind>(['profile', 'sales-lead', 'recruiter']);

/** Whether a page is one person's own, with a top card that proves whose and shows all that is expected of them. */
export function isOwnPage(kind: PageKind): boolean {
  return OWN.has(kind);
}
