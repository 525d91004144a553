import type { Reading } from '@/lib/domain/reading';
import { interpret } from '../interpret/interpret';
import { readElsewhere } from './read-other-page';
import { readProfilePage } from './read-profile';
import { readerFor } from '../address/reader-for';

/**
 * Reads a LinkedIn page: who it is about comes from the address, everything else counts only where its own evidence ties
 * it to that person. A pure function of document and address: it never throws, never writes and asks nobody.
 *
 * @param href the address at this very moment; LinkedIn changes it before the content
 */
export function readPage(document: Document, href: string): Reading {
  const isElsewhere = readerFor(href) === 'elsewhere';
  return interpret(isElsewhere ? readElsewhere(document, href) : readProfilePage(document, href));
}
