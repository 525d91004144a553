import type { Generation, Reading } from '@/lib/domain/reading';
import { readClassic } from '../generations/classic/read-classic';
import { readCurrent } from '../generations/current/read-current';
import { all, attribute, rawText } from '../page/dom';
import type { PersonAddress } from '../address/follow-address';
import { parseProfileAddress } from '../address/profile-address';
import { readPublic } from '../generations/public/read-public';
import { nothing, readAs, type Read } from './first-generation';

const GENERATIONS: readonly (readonly [Generation, Read])[] = [
  ['current', readCurrent],
  ['classic', readClassic],
  ['public', readPublic],
];

/**
 * Reads a page at a profile's address: the profile in any generation, a page below it, or what LinkedIn shows in its
 * place. Who it is about comes from the address. Pure; never throws.
 */
export function readProfilePage(document: Document, href: string): Reading {
  const parsed = parseProfileAddress(href);
  if (!parsed.ok) return nothing('other', null);
  try {
    return readPerson(document, parsed.value);
  } catch {
    // A page that breaks the reader is one that cannot be read; the person is known from the address all the same.
    return nothing('unsettled', parsed.value.identity);
  }
}

function readPerson(document: Document, { kind, identity }: PersonAddress): Reading {
  if (isWalled(document)) return nothing('walled', identity);
  const reading = readAs('profile', GENERATIONS, document, identity);
  if (kind !== 'detail') return reading;
  // A page below the profile need not show the top card, so nothing is missing there.
  const isSettled = reading.kind === 'profile';
  return isSettled
    ? { ...reading, kind: 'profile-detail', missing: [], drift: [] }
    : nothing('profile-detail', identity);
}

const WALLS = /^(?:auth_wall|d_homepage-guest|d_checkpoint|uno-reg|d_uas)/u;

/**
 * LinkedIn's log-in, checkpoint and guest pages say what they are in their page key, also at a profile's address. Its
 * robot check is next to nothing that leads elsewhere.
 */
function isWalled(document: Document): boolean {
  const isRobotCheck =
    all(document, 'main, nav, header').length === 0 &&
    all(document, 'meta[http-equiv="refresh" i], script').some((element) =>
      /authwall|checkpoint/u.test(contentOf(element)),
    );
  return isRobotCheck || isKeyedAsWall(document);
}

function contentOf(element: Element): string {
  return attribute(element, 'content') ?? rawText(element);
}

function isKeyedAsWall(document: Document): boolean {
  return all(document, 'meta[name="pageKey"]').some((meta) => {
    const key = attribute(meta, 'content') ?? '';
    const isAbsent = key.startsWith('public_profile') && all(document, '.top-card-layout').length === 0;
    return isAbsent || WALLS.test(key);
  });
}
