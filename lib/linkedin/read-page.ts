import type { Reading } from '@/lib/domain/reading';
import { readProfilePage } from './read-profile';

/**
 * Reads a LinkedIn page: who it is about comes from the address, everything else counts only where its own evidence ties
 * it to that person. A pure function of document and address: it never throws, never writes and asks nobody.
 *
 * @param href the address at this very moment; LinkedIn changes it before the content
 */
export function readPage(document: Document, href: string): Reading {
  return readProfilePage(document, href);
}
