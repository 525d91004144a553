/** The parts of a full name. `certain`: the name is two plain words, so the parts may be sent without asking. */
export interface NameParts {
  readonly firstName: string;
  readonly lastName: string;
  readonly certain: boolean;
}

const PARTICLES: ReadonlySet<string> = new Set(
  'van von vom der den de del della da di du dos das la le lo bin ibn al el ter ten zu zum af av ben abu'.split(' '),
);
const HONORIFIC =
  /^(?:dr|prof|ing|mr|mrs|ms|miss|mx|sir|dame|rev|dipl|mag|dott|dra|doc|eng|herr|frau|mme|mlle|drs|mgr|sra|dhr|mevr|judr|mudr|avv)\.?(?:-ing\.?)?$/iu;
const CREDENTIAL =
  /^(?:ph\.?d|m\.?d|d?mba|ll\.?[mb]|pmp|cpa|cfa|cfp|cissp|acca|fcca|shrm|gphr|sphr|csm|m\.?sc|b\.?sc|esq|jr|sr|i{2,3}|iv)\.?$/iu;
/** A title cut short, such as "Col." or "Mag."; one letter and a period is an initial. */
const ABBREVIATION = /^\p{L}{2,}\.$/u;
/** Scripts that write names without a space, or with the family name first. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** At least two letters: a single one is an initial. */
const PLAIN_WORD = /^(?=.{2})\p{L}[\p{L}\p{M}]*(?:['’\-‐‑][\p{L}\p{M}]+)*$/u;

/**
 * Splits a full name into first and last name: two words, or a family name that begins with particles; null otherwise.
 * Capitals in only one of two words mark a family name or a credential, at either end, so the name is not split then.
 * Certain only if the name consists of two plain words.
 */
export function splitName(fullName: string): NameParts | null {
  const cleaned = fullName.replace(/[\p{Extended_Pictographic}\ufe0f\u200d]|\([^)]*\)|[,|].*/gu, ' ');
  const words = cleaned
    .split(/\s/u)
    .filter(
      (word) => /\p{L}/u.test(word) && !HONORIFIC.test(word) && !CREDENTIAL.test(word) && !ABBREVIATION.test(word),
    );
  const [firstName = '', ...rest] = words;
  if (rest.length === 0 || UNSPACED.test(fullName)) return null;
  if (!rest.slice(0, -1).every((word) => PARTICLES.has(word.toLowerCase()))) return null;
  const lastName = rest.join(' ');
  if (isCapitals(firstName) !== isCapitals(lastName)) return null;
  const isTwoPlainWords =
    PLAIN_WORD.test(firstName) && PLAIN_WORD.test(lastName) && !PARTICLES.has(firstName.toLowerCase());
  return { firstName, lastName, certain: isTwoPlainWords && fullName.trim().split(/\s+/u).length === 2 };
}

/** Ignores initials: "J. Berg" is not in capitals. */
function isCapitals(name: string): boolean {
  const letters = name.replace(/[^\p{L}\p{M}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
