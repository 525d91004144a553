import type { Reading } from '@/lib/domain/reading';
import { readPublic } from '../generations/public/read-public';
import { emptyReading, readAtProfile, readGeneration } from './read-generation';
import { isWall } from './walls';

/**
 * Reads the page at a profile's address that LinkedIn shows to people who are not signed in: the public profile, or a wall
 * instead of it. Pure; never throws.
 */
export function readPublicPage(document: Document, href: string): Reading {
  return readAtProfile(href, ({ identity }) =>
    isWall(document)
      ? emptyReading('walled', identity)
      : readGeneration('profile', [['public', readPublic]], document, identity),
  );
}
