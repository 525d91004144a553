import { isOwnPage } from '@/components/person/page/page-layout';
import type { AppError } from '@/lib/domain/app-error';
import type { ContactStatus } from '@/lib/domain/contact';
import type { AddEntry } from '@/lib/domain/outbox-entry';
import type { AutoAddFacts } from '@/lib/ui/adding/auto-add';
import type { PageReading } from '@/lib/ui/profile/use-reading';

/** Whether the page has settled on this person. A page without a top card shows nothing that could prove it. */
export function pageFact(page: PageReading): AutoAddFacts['page'] {
  switch (page.state) {
    case 'reading':
    case 'unsettled':
      return 'asking';
    case 'failed':
      return 'not-settled';
    case 'read':
      return isOwnPage(page.reading.kind) ? 'settled' : 'not-settled';
  }
}

/** A failed look-up is never an absence. */
export function contactStatusFact(
  contactStatus: ContactStatus | null,
  error: AppError | null,
): AutoAddFacts['contactStatus'] {
  if (error !== null) return 'failed';
  return contactStatus?.kind ?? 'asking';
}

/** What the outbox says about earlier adds of this person. */
export function earlierAdds(earlier: readonly AddEntry[] | 'failed' | null): AutoAddFacts['earlierAdds'] {
  if (earlier === null) return 'asking';
  if (earlier === 'failed') return 'failed';
  return earlier.length === 0 ? 'none' : 'some';
}
