import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Generation, PageKind, Reading } from '@/lib/domain/reading';
import { readClassic } from './classic/read-classic';
import { readCurrent } from './current/read-current';
import { all, attribute } from './dom';
import { missingIn } from './fields';
import { parseIdentity } from './identity';

const GENERATIONS = [
  ['current', readCurrent],
  ['classic', readClassic],
] as const;

/**
 * Reads a LinkedIn page: who it is about comes from the address, everything else counts only where its own evidence ties
 * it to that person. A pure function of document and address: it never throws, never writes and asks nobody.
 *
 * @param href the address at this very moment; LinkedIn changes it before the content
 */
export function readPage(document: Document, href: string): Reading {
  const parsed = parseIdentity(href);
  if (!parsed.ok) return nothing('other', null);
  const identity = parsed.value;
  try {
    return readPerson(document, href, identity);
  } catch {
    // A page that breaks the reader is one that cannot be read; the person is known from the address all the same.
    return nothing('unsettled', identity);
  }
}

function readPerson(document: Document, href: string, identity: LinkedInIdentity): Reading {
  if (isWalled(document)) return nothing('walled', identity);
  if (/\/sales\//u.test(href)) return nothing('sales-lead', identity, 'sales');
  if (/\/in\/[^/]+\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:details|recent-activity)\//iu.test(href)) {
    return nothing('profile-detail', identity);
  }
  for (const [generation, read] of GENERATIONS) {
    const seen = read(document, identity);
    if (seen?.belongs === true) {
      const { fields } = seen;
      const missing = missingIn(fields);
      return { kind: 'profile', generation, identity: seen.identity, fields, missing, drift: [], people: [] };
    }
    if (seen !== null) return nothing('unsettled', identity, generation);
  }
  return nothing('unsettled', identity);
}

function nothing(kind: PageKind, identity: LinkedInIdentity | null, generation: Generation = 'unknown'): Reading {
  return { kind, generation, identity, fields: {}, missing: [], drift: [], people: [] };
}

const WALLS = /^(?:auth_wall|d_homepage-guest|d_checkpoint|uno-reg|d_uas)/u;

/** LinkedIn's log-in, checkpoint and guest pages say what they are in their page key, also at a profile's address. */
function isWalled(document: Document): boolean {
  return all(document, 'meta[name="pageKey"]').some((meta) => WALLS.test(attribute(meta, 'content') ?? ''));
}
