import type { ReadField } from '@/lib/domain/reading';
import { field } from './fields';

const PARTICLES: ReadonlySet<string> = new Set(
  'van von vom der den de del della da di du dos das la le lo bin ibn al el ter ten zu zum af av ben abu'.split(' '),
);
const HONORIFIC = /^(?:dr|prof|ing|mr|mrs|ms|sir|dipl|mag|dott|dra|doc|eng|herr|frau|mme)\.?(?:-ing\.?)?$/iu;
const CREDENTIAL = /^(?:ph\.?d|m\.?d|mba|pmp|cpa|cfa|m\.?sc|b\.?sc|esq|jr|sr|i{2,3}|iv)\.?$/iu;
/** Scripts that write names without a space, or with the family name first. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

interface SplitName {
  readonly firstName: ReadField | null;
  readonly lastName: ReadField | null;
}

const NOTHING: SplitName = { firstName: null, lastName: null };

/**
 * First and last name out of a full one, marked as inferred: two words, or a family name that a particle begins. More
 * words, one word and scripts that write names otherwise are not guessed at (linkedin/pages.md T9).
 */
export function splitName(fullName: string): SplitName {
  const plain = fullName.replace(/[\p{Extended_Pictographic}\ufe0f\u200d]|\([^)]*\)|[,|].*$/gu, ' ');
  const words = plain
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word) && !HONORIFIC.test(word) && !CREDENTIAL.test(word));
  const [firstWord, ...rest] = words;
  if (firstWord === undefined || rest.length === 0 || UNSPACED.test(plain)) return NOTHING;
  const isSplittable = rest.slice(0, -1).every((word) => PARTICLES.has(word.toLowerCase()));
  if (!isSplittable) return NOTHING;
  return { firstName: field(firstWord, 'split', 'inferred'), lastName: field(rest.join(' '), 'split', 'inferred') };
}
