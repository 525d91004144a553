import type { Reading } from '@/lib/domain/reading';
import { readDetail } from '../generations/detail/read-detail';
import { emptyReading, readAtProfile, readingOf } from './read-generation';
import { isRobotCheck, isWall } from './walls';

/**
 * Reads a page below a profile, such as its activity or a list of its jobs. It shows little, so nothing is missing there.
 * Pure; never throws.
 */
export function readDetailPage(document: Document, href: string): Reading {
  return readAtProfile(href, ({ identity }) => {
    if (isWall(document) || isRobotCheck(document)) return emptyReading('walled', identity);
    const found = readDetail(document, identity, href);
    return found?.belongsToOwner === true
      ? { ...readingOf('profile-detail', 'unknown', found), missing: [] }
      : emptyReading('profile-detail', identity);
  });
}
