import type { Generation, Reading } from '@/lib/domain/reading';
import type { Reader } from '../address/parse-address';
import { readClassic } from '../generations/classic/read-classic';
import { readCurrent } from '../generations/current/read-current';
import { all, attribute, rawText } from '../page/dom';
import { emptyReading, forAddress, readAtProfile, readGeneration, type ReadGeneration } from './read-generation';

const MEMBER_GENERATIONS: readonly (readonly [Generation, ReadGeneration])[] = [
  ['current', readCurrent],
  ['classic', readClassic],
];

/**
 * Reads a page at a profile's address as members see it: the profile, a page below it, or the wall that LinkedIn shows
 * instead. The person comes from the address. Pure; never throws.
 *
 * @returns `public` when LinkedIn shows its public page, which only the page itself reveals and another reader reads
 */
export function readProfilePage(document: Document, href: string): Reading | Extract<Reader, 'public'> {
  return readAtProfile(href, (address) => {
    if (isWalled(document)) return emptyReading('walled', address.identity);
    const reading = readGeneration('profile', MEMBER_GENERATIONS, document, address.identity);
    const isPublic = reading.generation === 'unknown' && pageKeys(document).some(isPublicKey);
    return isPublic ? 'public' : forAddress(address, reading);
  });
}

const WALLS = /^(?:auth_wall|d_homepage-guest|d_checkpoint|uno-reg|d_uas)/u;

/**
 * LinkedIn's log-in, checkpoint and guest pages have page keys of their own, also at a profile's address. Its robot check
 * is an almost empty page that leads to one of them.
 */
function isWalled(document: Document): boolean {
  const isRobotCheck =
    all(document, 'main, nav, header').length === 0 &&
    all(document, 'meta[http-equiv="refresh" i], script').some((element) =>
      /authwall|checkpoint/u.test(attribute(element, 'content') ?? rawText(element)),
    );
  const hasCard = all(document, '.top-card-layout').length > 0;
  return isRobotCheck || pageKeys(document).some((key) => WALLS.test(key) || (isPublicKey(key) && !hasCard));
}

function isPublicKey(key: string): boolean {
  return key.startsWith('public_profile');
}

function pageKeys(document: Document): readonly string[] {
  return all(document, 'meta[name="pageKey"]').map((meta) => attribute(meta, 'content') ?? '');
}
