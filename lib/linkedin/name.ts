import type { ReadField } from '@/lib/domain/reading';
import { field } from './fields';

const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de del della da di du dos das la le lo bin ibn al el ter ten zu zum af av'.split(' '),
);
const HONORIFIC = /^(?:dr|prof|ing|mr|mrs|ms|sir|dipl)\.?$/iu;

interface SplitName {
  readonly firstName: ReadField | null;
  readonly lastName: ReadField | null;
}

const NOTHING: SplitName = { firstName: null, lastName: null };

/**
 * First and last name out of a full one, marked as inferred: two words, or a family name that a particle begins. More
 * words, one word and scripts without spaces are not guessed at (linkedin/pages.md T9).
 */
export function splitName(fullName: string): SplitName {
  const plain = fullName
    .replace(/\p{Extended_Pictographic}|\ufe0f/gu, ' ')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/,.*$/u, '');
  const words = plain.split(/\s+/u).filter((word) => word !== '' && !HONORIFIC.test(word));
  const [firstWord, ...rest] = words;
  if (firstWord === undefined || rest.length === 0) return NOTHING;
  const isSplittable = rest.length === 1 || PARTICLES.has((rest[0] ?? '').toLowerCase());
  if (!isSplittable) return NOTHING;
  return { firstName: field(firstWord, 'split', 'inferred'), lastName: field(rest.join(' '), 'split', 'inferred') };
}
