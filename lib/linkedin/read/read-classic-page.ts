import type { Reading } from '@/lib/domain/reading';
import { readClassic } from '../generations/classic/read-classic';
import { readAtProfile, readGeneration } from './read-generation';

/** Reads the classic page at a profile's address. Pure; never throws. */
export function readClassicPage(document: Document, href: string): Reading {
  return readAtProfile(href, ({ identity }) =>
    readGeneration('profile', [['classic', readClassic]], document, identity),
  );
}
