import type { Reading } from '@/lib/domain/reading';
import { readerFor } from '../address/parse-address';
import { interpret } from '../interpret/interpret';
import { readClassicPage } from '../read/read-classic-page';
import { readDetailPage } from '../read/read-detail-page';
import { readLeadPage } from '../read/read-lead-page';
import { readPeoplePage } from '../read/read-people-page';
import { readProfilePage } from '../read/read-profile-page';
import { readPublicPage } from '../read/read-public-page';

/**
 * Reads and interprets a LinkedIn page as the product does, with the reader for its address. Pure; never throws.
 *
 * @param href the page's current address; LinkedIn changes it before the content
 */
export function readPage(document: Document, href: string): Reading {
  return interpret(readPageAt(document, href));
}

function readPageAt(document: Document, href: string): Reading {
  switch (readerFor(href)) {
    case 'reader-leads':
      return readLeadPage(document, href);
    case 'reader-detail':
      return readDetailPage(document, href);
    case 'reader-people':
      return readPeoplePage(document, href);
    case 'reader': {
      const reading = readProfilePage(document, href);
      if (reading === 'reader-classic') return readClassicPage(document, href);
      return reading === 'reader-public' ? readPublicPage(document, href) : reading;
    }
  }
}
