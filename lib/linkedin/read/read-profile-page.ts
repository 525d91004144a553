import type { Reading } from '@/lib/domain/reading';
import type { ReaderOfPage } from '../address/parse-address';
import { isClassic } from '../generations/classic/top-cards';
import { readCurrent } from '../generations/current/read-current';
import { emptyReading, readAtProfile, readGeneration } from './read-generation';
import { isForGuests, isRobotCheck } from './walls';

/**
 * Reads a page at a profile's address in the current generation, or the robot check that LinkedIn shows instead. The person
 * comes from the address. Pure; never throws.
 *
 * @returns the reader for this page when it is of another generation, which only the page itself reveals
 */
export function readProfilePage(document: Document, href: string): Reading | ReaderOfPage {
  return readAtProfile<Reading | ReaderOfPage>(href, ({ identity }) => {
    if (isForGuests(document)) return 'reader-public';
    if (isRobotCheck(document)) return emptyReading('walled', identity);
    const reading = readGeneration('profile', [['current', readCurrent]], document, identity);
    return reading.generation === 'unknown' && isClassic(document) ? 'reader-classic' : reading;
  });
}
