import type { Reading } from '@/lib/domain/reading';
import { readPublic } from '../generations/public/read-public';
import { forAddress, readAtProfile, readGeneration } from './read-generation';

/** Reads the public page at a profile's address, which LinkedIn shows to people who are not signed in. Pure; never throws. */
export function readPublicPage(document: Document, href: string): Reading {
  return readAtProfile(href, (address) =>
    forAddress(address, readGeneration('profile', [['public', readPublic]], document, address.identity)),
  );
}
