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
  /^(?:dr|prof|ing|mr|mrs|ms|miss|mx|sir|dame|rev|dipl|mag|dott|dra|doc|eng|herr|frau|mme|mlle|drs|mgr|srt?a|dhr|mevr|judr|mudr|avv|capt(?:ain)?|lieutenant|mada?me?|monsieur|professor|doctor|se[ñn]or(?:a|ita)?|signora?|dottor(?:essa)?|др|проф|г-(?:н|жа)|د)\.?(?:-ing\.?)?$/iu;
const CREDENTIAL =
  /^(?:[pjm]\.?h?\.?d|[de]?mba|ll\.?[mb]|pmp|cpa|cf[ap]|cissp|f?acca|fcca|shrm|[gs]phr|csm|[mb]\.?(?:eng|sc)|esq|jr|sr|i{2,3}|iv)\.?$/iu;
/** A name that may begin with a title or end with a credential or pronoun; a short word without vowels may be either. */
const MAY_BE_TITLED =
  /^(?:hon|pan[ií]?|пані?|fru|lord|lady|sheikh|rabbi|imam|pastor|father|sister|brother|judge|major|colonel|general|maj|col|gen|shri|haji|adv|arch) | (?:[ci]eng|edd|[mb][cfhp]a|aia|he|him|his|she|hers?|they|them|theirs?)$|(?:^| )(?!ng\b)[b-df-hj-np-tv-xz]{2,4}(?: |$)/iu;
/** A credential by its capitals: "DPhil", "PsyD". */
const MIXED_CAPITALS = /(?:^| )\p{Lu}{2,}\p{Ll}|\p{Ll}\p{Lu}(?: |$)/u;
/** Titles that are nobody's name without their period. */
const SURE_TITLE = /\.$|^(?:dr|prof|mrs?|ms)$/iu;
/** Beside the name: pictures (emoji, flags, keycaps), words in brackets, everything after a comma or bar. */
const BESIDE = /[\p{ExtPict}\p{EMod}\p{RI}\ufe0f\u200d\u20e3]|\([^)]*\)|[,|].*/gu;
/** A title cut short, such as "Col." or "Mag."; one letter and a period is an initial. */
const ABBREVIATION = /^\p{L}{2,}\.$/u;
/** Scripts that write names without a space, or with the family name first. */
const UNSPACED = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
/** At least two letters: a single one is an initial. */
const PLAIN_WORD = /^(?=.{2})\p{L}[\p{L}\p{M}]*(?:['’\-‐‑][\p{L}\p{M}]+)*$/u;

/**
 * Splits a full name into first and last name: two words, or a family name that begins with particles; null otherwise.
 * Capitals in only one of two words mark a family name or a credential, at either end, so the name is not split then.
 * Certain only if the name consists of two plain words, of which none may be a title, a credential or a pronoun.
 */
export function splitName(fullName: string): NameParts | null {
  const words = plainWords(fullName, (word) => HONORIFIC.test(word) || ABBREVIATION.test(word));
  const [firstName = '', ...rest] = words;
  if (rest.length === 0 || UNSPACED.test(fullName)) return null;
  if (!rest.slice(0, -1).every((word) => PARTICLES.has(word.toLowerCase()))) return null;
  const lastName = rest.join(' ');
  if (isCapitals(firstName) !== isCapitals(lastName)) return null;
  const name = `${firstName} ${lastName}`;
  const isTwoPlainWords =
    PLAIN_WORD.test(firstName) && PLAIN_WORD.test(lastName) && !PARTICLES.has(firstName.toLowerCase());
  const isTitled = MAY_BE_TITLED.test(name) || MIXED_CAPITALS.test(name);
  return { firstName, lastName, certain: isTwoPlainWords && !isTitled && fullName.trim().split(/\s+/u).length === 2 };
}

/**
 * A first or last name as the page gives it, without titles, credentials, pronouns and pictures. Empty when nothing else is
 * there. A title without its period can be a name: "Eng" is one.
 */
export function plainPart(part: string, isLast: boolean): string {
  return plainWords(part, (word) => HONORIFIC.test(word) && SURE_TITLE.test(word), isLast).join(' ');
}

/** Pronouns have a slash: `she/her`. A credential that begins a name is none: "Md" is a first name. */
function plainWords(name: string, isTitle: (word: string) => boolean, isLast = false): readonly string[] {
  return name
    .replace(BESIDE, ' ')
    .split(/\s/u)
    .filter((word) => /\p{L}/u.test(word) && !word.includes('/') && !isTitle(word))
    .filter((word, at) => (at === 0 && !isLast) || !CREDENTIAL.test(word));
}

/** Ignores initials: "J. Berg" is not in capitals. */
function isCapitals(name: string): boolean {
  const letters = name.replace(/[^\p{L}\p{M}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
