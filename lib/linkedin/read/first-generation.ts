import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Generation, PageKind, Reading } from '@/lib/domain/reading';
import { missingIn, type GenerationReading } from '../evidence/fields';

export type Read = (document: Document, identity: LinkedInIdentity) => GenerationReading | null;

/**
 * The first generation that knows the page says what is on it. One that knows it but shows somebody else, or that no
 * generation knows, has not settled.
 */
export function readAs(
  kind: PageKind,
  generations: readonly (readonly [Generation, Read])[],
  document: Document,
  identity: LinkedInIdentity,
): Reading {
  for (const [generation, read] of generations) {
    const seen = read(document, identity);
    if (seen !== null)
      return seen.belongs ? readingOf(kind, generation, seen) : nothing('unsettled', identity, generation);
  }
  return nothing('unsettled', identity);
}

export function readingOf(
  kind: PageKind,
  generation: Generation,
  seen: Extract<GenerationReading, { belongs: true }>,
): Reading {
  const { identity, fields, drift = [] } = seen;
  return { kind, generation, identity, fields, missing: missingIn(fields), drift: [...drift], people: [] };
}

/** A reading without a value. A page that has not settled misses all that one would expect of it. */
export function nothing(
  kind: PageKind,
  identity: LinkedInIdentity | null,
  generation: Generation = 'unknown',
): Reading {
  const missing = kind === 'unsettled' ? missingIn({}) : [];
  return { kind, generation, identity, fields: {}, missing, drift: [], people: [] };
}
