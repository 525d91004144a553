import { isProfilePage } from '@/components/person/page/page-layout';
import type { AppError } from '@/lib/domain/app-error';
import type { ContactStatus } from '@/lib/domain/contact';
import type { AddEntry } from '@/lib/domain/outbox/outbox-entry';
import type { AutoAddFacts } from '@/lib/ui/adding/use-auto-add';
import type { PageReading } from '@/lib/ui/profile/use-reading';

/** Whether the page has settled on this person. A page without a top card cannot prove it. */
export function pageFact(page: PageReading): AutoAddFacts['page'] {
  switch (page.state) {
    case 'reading':
    case 'unsettled':
      return 'asking';
    case 'failed':
      return 'not-settled';
    case 'read':
      return isProfilePage(page.reading.kind) ? 'settled' : 'not-settled';
  }
}

/** A failed lookup never counts as absent. */
export function contactStatusFact(
  contactStatus: ContactStatus | null,
  error: AppError | null,
): AutoAddFacts['contactStatus'] {
  if (error !== null) return 'failed';
  return contactStatus?.kind ?? 'asking';
}

/** Whether the outbox has earlier adds of this person. */
export function earlierAdds(earlier: readonly AddEntry[] | 'failed' | null): AutoAddFacts['earlierAdds'] {
  if (earlier === null) return 'asking';
  if (earlier === 'failed') return 'failed';
  return earlier.length === 0 ? 'none' : 'some';
}
