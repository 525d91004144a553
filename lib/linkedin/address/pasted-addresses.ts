/** Start of a web address of any site, or of a LinkedIn address without scheme; never inside another address or credentials. */
const START = String.raw`(?:(?<![a-z\d])https?:\/\/|(?<![\w.@%]|\S[\/=&?#-])(?=(?:[a-z\d-]+\.)*linkedin\.com(?::443)?\/))`;
/** Characters that end an address: never part of one, or far more often put around or behind it, like other scripts' commas. */
const OUTSIDE = String.raw`\s\p{Cc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'<>|\\^\u0060\u2012-\u2015`;
const INSIDE = String.raw`(?!(?![!-~])\p{Po})[^${OUTSIDE}]|['’](?=-*[\p{L}\p{N}])`;
const ADDRESS = new RegExp(`${START}(?:${INSIDE})+`, 'giu');
/** Separators between addresses without a space. After a LinkedIn address there may be none, except before a parameter's value. */
const NEXT = /[,;]+(?=(?:https?:\/\/|(?:[a-z\d-]+\.)*linkedin\.com\/))/iu;
const DIRECTLY_NEXT = /[?#]+(?=(?:[a-z\d-]+\.)*linkedin\.com\/)|(?<!^|=)(?=https?:\/\/)/iu;
const ON_LINKEDIN = /^(?:https?:\/\/)?(?:[a-z\d-]+\.)*linkedin\.com(?::443)?\//iu;
const TRAILING = /[.,;:!?*~'’]+$/u;
/** The next value of a comma-separated line, after a path that ends with a slash. */
const NEXT_VALUE = /^([^?#]*\/)[,;].*$/u;
/** Shortest line that mail programs and vCards break. */
const NARROWEST = 70;

/** An address in a text. `isWhole` is false where it may have been cut, or may include text that follows it. */
export interface PastedAddress {
  readonly address: string;
  readonly isWhole: boolean;
}

/** The web addresses in a trimmed text, in order. */
export function addressesIn(text: string): readonly PastedAddress[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: run, index }) => {
    const parts = separate(run);
    const isAlone = parts.length === 1 && run === text;
    return parts.map((part, at) => {
      const address = trim(part, text[index - 1]);
      const isLast = at === parts.length - 1;
      const end = index + run.length - part.length + address.length;
      const isOpen = /[^/]$/u.test(address) && !/[?#]/u.test(address);
      const isUnsure = isOpen && ((isLast && breaksOff(text, end, text[index - 1])) || runsOn(address, isAlone));
      return { address, isWhole: !isUnsure && !holdsAnother(address) };
    });
  });
}

/** A text without its addresses. */
export function aroundAddresses(text: string): string {
  return text.replaceAll(ADDRESS, ' ');
}

function separate(run: string): readonly string[] {
  return run.split(NEXT).flatMap((part) => (ON_LINKEDIN.test(part) ? part.split(DIRECTLY_NEXT) : [part]));
}

function trim(address: string, before: string | undefined): string {
  const trimmed = address.replace(NEXT_VALUE, '$1').replace(TRAILING, '');
  return before === '_' ? trimmed.replace(/_+[.,;:!?*~'’]*$/u, '') : trimmed;
}

/**
 * Whether text after the path may have been taken as part of it: words of another script follow without a space, or, with
 * other text around, it looks like `mira's`, `mira&co` or `mira-`.
 */
function runsOn(address: string, isAlone: boolean): boolean {
  if (/(?:[a-z\d](?!\p{Script=Latin})\p{L}|(?!\p{Script=Latin})\p{L}[a-z])[^/]*$/iu.test(address)) return true;
  return !isAlone && /(?:['’&][^/]*|-)$/u.test(address);
}

function holdsAnother(address: string): boolean {
  const [path = ''] = address.replace(ON_LINKEDIN, '').split(/[?#]/u);
  return /linkedin\.com/iu.test(path);
}

/** Whether an address may have been cut: shortened with dots, or broken at the margin, at a hyphen or escape, or inside `<…>`. */
function breaksOff(text: string, end: number, before: string | undefined): boolean {
  const rest = text.slice(end);
  if (/^(?:…|\.\.)/u.test(rest) || (before === '<' && /^\s/u.test(rest))) return true;
  const next = /^[^\S\n]*\n[>\s]*(?=(\S*))/u.exec(rest)?.[1];
  if (next === undefined) return false;
  if (/^(?:-+[\p{L}\p{N}]|%[\da-f]{2})/iu.test(next)) return true;
  const column = end - (text.lastIndexOf('\n', end - 1) + 1);
  return column >= NARROWEST && /^[\p{Ll}\d]/u.test(next) && !/^https?:/u.test(next);
}
