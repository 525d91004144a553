/** Nested encodings, for example percent signs that are percent-encoded themselves. */
const MAX_LAYERS = 3;

const ENTITIES: Readonly<Record<string, string>> = {
  period: '.',
  lowbar: '_',
  underbar: '_',
  hyphen: '-',
  dash: '-',
  amp: '&',
  percnt: '%',
  bsol: '\\',
  num: '#',
  semi: ';',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: ' ',
  zwj: ' ',
  zwnj: ' ',
  tab: ' ',
  newline: ' ',
};
/** Percent-encoding, character references of HTML, and escapes of JSON, JavaScript and CSS. */
const ENCODED =
  /%u?00([0-9a-f]{2})|%([0-9a-f]{2})|&#(\d{1,7});?|&#x([0-9a-f]{1,6});?|&([a-z]{3,8});|\\[ux]\{?(?:00)?([0-9a-f]{2})\}?|\\([nrt])/giu;

/**
 * The text decoded and in lower case, reduced to letters, digits, `-` and `_`. The base64 characters `+` and `/` become `-`
 * and `_`.
 */
export function fold(text: string): string {
  let plain = text;
  for (let layer = 0; layer < MAX_LAYERS && /[%&\\]/u.test(plain); layer += 1) {
    const inner = plain.replace(ENCODED, decoded);
    if (inner === plain) break;
    plain = inner;
  }
  return compact(plain);
}

function compact(text: string): string {
  const simple = /^[\0-\x7f]*$/u.test(text) ? text : text.normalize('NFKD');
  return simple
    .toLowerCase()
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/[^\w-]+/gu, '');
}

function decoded(encoded: string, ...groups: readonly (string | undefined)[]): string {
  const [unicode, percent, decimal, hex, name, escape, lineBreak] = groups;
  if (lineBreak !== undefined) return ' ';
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? encoded;
  const code = decimal === undefined ? Number.parseInt(unicode ?? percent ?? hex ?? escape ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : encoded;
}

/** A folded text, and where in the original each of its characters begins and ends. */
export interface FoldedText {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Like `fold`, with positions. What `skipped` matches is left out first. */
export function foldWithPositions(text: string, skipped?: RegExp): FoldedText {
  let folded = unfolded(text);
  if (skipped !== undefined) folded = replacePattern(folded, skipped, () => '');
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const inner = replacePattern(folded, ENCODED, decoded);
    if (inner.plain === folded.plain) break;
    folded = inner;
  }
  return replacePattern(folded, /[^]/gu, compact);
}

function unfolded(text: string): FoldedText {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { plain: text, starts, ends: starts.map((at) => at + 1) };
}

function replacePattern(folded: FoldedText, pattern: RegExp, change: (...found: string[]) => string): FoldedText {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const take = (chars: string, from: number, to: number, isWhole: boolean): void => {
    plain += chars;
    for (let at = 0; at < chars.length; at += 1) {
      starts.push(folded.starts[isWhole ? from : from + at] ?? 0);
      ends.push(folded.ends[isWhole ? to - 1 : from + at] ?? 0);
    }
  };
  let seen = 0;
  for (const found of folded.plain.matchAll(pattern)) {
    take(folded.plain.slice(seen, found.index), seen, found.index, false);
    seen = found.index + found[0].length;
    take(change(...found), found.index, seen, true);
  }
  take(folded.plain.slice(seen), seen, folded.plain.length, false);
  return { plain, starts, ends };
}
