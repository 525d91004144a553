import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Generation, PageKind, Reading } from '@/lib/domain/reading';
import { readClassic } from './classic/read-classic';
import { readCurrent } from './current/read-current';
import { all, attribute } from './dom';
import { missingIn, type GenerationReading } from './fields';
import { parseIdentity } from './identity';
import { readPublic } from './public/read-public';

type Read = (document: Document, identity: LinkedInIdentity) => GenerationReading | null;

const PROFILE: readonly (readonly [Generation, Read])[] = [
  ['current', readCurrent],
  ['classic', readClassic],
  ['public', readPublic],
];

/**
 * Reads a LinkedIn page: who it is about comes from the address, everything else counts only where its own evidence ties
 * it to that person. A pure function of document and address: it never throws, never writes and asks nobody.
 *
 * @param href the address at this very moment; LinkedIn changes it before the content
 */
export function readPage(document: Document, href: string): Reading {
  const parsed = parseIdentity(href);
  const identity = parsed.ok ? parsed.value : null;
  try {
    if (identity !== null) return readPerson(document, href, identity);
    return nothing('other', null);
  } catch {
    // A page that breaks the reader is one that cannot be read; the person is known from the address all the same.
    return nothing('unsettled', identity);
  }
}

function readPerson(document: Document, href: string, identity: LinkedInIdentity): Reading {
  if (isWalled(document)) return nothing('walled', identity);
  if (/\/sales\//u.test(href)) return nothing('sales-lead', identity, 'sales');
  const kind = /\/(?:details|recent-activity)\//u.test(href) ? 'profile-detail' : 'profile';
  return readAs(kind, PROFILE, document, identity);
}

/** The first generation that knows the page says what is on it. */
function readAs(kind: PageKind, generations: typeof PROFILE, document: Document, identity: LinkedInIdentity): Reading {
  const isDetail = kind === 'profile-detail';
  for (const [generation, read] of generations) {
    const seen = read(document, identity);
    if (seen?.belongs === true) {
      const { fields } = seen;
      const missing = isDetail ? [] : missingIn(fields);
      const drift = isDetail ? [] : [...(seen.drift ?? [])];
      return { kind, generation, identity: seen.identity, fields, missing, drift, people: [] };
    }
    if (seen !== null && !isDetail) return nothing('unsettled', identity, generation);
  }
  return nothing(isDetail ? kind : 'unsettled', identity);
}

function nothing(kind: PageKind, identity: LinkedInIdentity | null, generation: Generation = 'unknown'): Reading {
  const missing = kind === 'unsettled' ? missingIn({}) : [];
  return { kind, generation, identity, fields: {}, missing, drift: [], people: [] };
}

const WALLS = /^(?:auth_wall|d_homepage-guest|d_checkpoint|uno-reg|d_uas)/u;

/** LinkedIn's log-in, checkpoint and guest pages say what they are in their page key, also at a profile's address. */
function isWalled(document: Document): boolean {
  return all(document, 'meta[name="pageKey"]').some((meta) => WALLS.test(attribute(meta, 'content') ?? ''));
}
