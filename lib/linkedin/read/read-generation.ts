import type { LinkedInIdentity } from '@/lib/domain/identity';
import type { Generation, PageKind, Reading } from '@/lib/domain/reading';
import type { PersonAddress } from '../address/follow-address';
import { parseProfileAddress } from '../address/profile-address';
import { missingIn, type GenerationReading } from '../evidence/fields';

export type ReadGeneration = (document: Document, identity: LinkedInIdentity) => GenerationReading | null;

/**
 * Reads the page with the first generation's reader that recognises it. A page that shows another person, or that no
 * reader recognises, is `unsettled`.
 */
export function readGeneration(
  kind: PageKind,
  generations: readonly (readonly [Generation, ReadGeneration])[],
  document: Document,
  identity: LinkedInIdentity,
): Reading {
  for (const [generation, read] of generations) {
    const found = read(document, identity);
    if (found?.belongsToOwner === false) return emptyReading('unsettled', identity, generation);
    if (found !== null) return readingOf(kind, generation, found);
  }
  return emptyReading('unsettled', identity);
}

export function readingOf(
  kind: PageKind,
  generation: Generation,
  found: Extract<GenerationReading, { belongsToOwner: true }>,
): Reading {
  const { identity, fields, unexpectedLayout = [] } = found;
  return {
    kind,
    generation,
    identity,
    fields,
    missing: missingIn(fields),
    unexpectedLayout: [...unexpectedLayout],
    people: [],
  };
}

/** A reading without values. On an unsettled page all expected fields are missing. */
export function emptyReading(
  kind: PageKind,
  identity: LinkedInIdentity | null,
  generation: Generation = 'unknown',
): Reading {
  const missing = kind === 'unsettled' ? missingIn({}) : [];
  return { kind, generation, identity, fields: {}, missing, unexpectedLayout: [], people: [] };
}

/** Reads a page at a profile's address with `read`; `other` at any other address. Never throws. */
export function readAtProfile<T>(href: string, read: (address: PersonAddress) => T): T | Reading {
  const parsed = parseProfileAddress(href);
  if (!parsed.ok) return emptyReading('other', null);
  try {
    return read(parsed.value);
  } catch {
    // The page broke the reader, but the address still gives the person.
    return emptyReading('unsettled', parsed.value.identity);
  }
}
