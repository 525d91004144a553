/** The key in use and its remover: building the tables of a key takes longer than searching most answers. */
let latest: { readonly key: string; readonly remover: KeyRemover } | null = null;

/** The remover of a key, built once as long as the key stays the same. */
export function keyRemoverFor(key: string): KeyRemover {
  if (latest?.key !== key) latest = { key, remover: createKeyRemover(key) };
  return latest.remover;
}

/** What stands in an answer where the API key stood. */
export const KEY_PLACEHOLDER = '[key removed]';

/** So many characters of the key in a row, its dots left out, are a fragment of it. */
const FRAGMENT_LENGTH = 14;
/** The search looks at every seventh group of eight characters: one of them lies within every fragment. */
const PROBE_LENGTH = 8;
const PROBE_STEP = FRAGMENT_LENGTH - PROBE_LENGTH + 1;
/** A shorter key is not one that GetSales gives out. */
const MIN_KEY_LENGTH = 16;
/** A fragment counts when it reaches beyond this many characters of the payload; see `fragmentsOf`. */
const COMMON_PAYLOAD_LENGTH = 19;
/** Long texts are searched in blocks; only those that may hold a fragment are decoded character by character. */
const BLOCK_LENGTH = 8_192;
/** Encodings within encodings, for example percent signs that are percent-encoded themselves. */
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
const TAG = /<[^<>]*>/gu;

/** Takes one key out of answers. */
export interface KeyRemover {
  /** The text, with every fragment of the key replaced. */
  readonly text: (text: string) => string;
  /** The parsed JSON, with every fragment of the key replaced in its texts and property names. */
  readonly json: (value: unknown) => unknown;
}

/**
 * Removes the key that was sent from what GetSales answers, whole or in parts of at least 14 characters: as it is, in any
 * case, base64 or hexadecimal, percent-encoded or with character references, and split by white space, invisible
 * characters or tags. What holds no fragment is answered unchanged.
 */
export function createKeyRemover(key: string): KeyRemover {
  const { fragments, probes } = fragmentsOf(key);

  function isSuspect(text: string): boolean {
    if (text.length < FRAGMENT_LENGTH) return false;
    return isFound(folded(text)) || (text.includes('<') && isFound(folded(text.replace(TAG, ''))));
  }

  function isFound(plain: string): boolean {
    for (let at = 0; at + PROBE_LENGTH <= plain.length; at += PROBE_STEP) {
      if (probes.has(plain.slice(at, at + PROBE_LENGTH))) return true;
    }
    return false;
  }

  function cleaned(text: string): string {
    if (!isSuspect(text)) return text;
    let result = '';
    let kept = 0;
    for (const { from, to } of suspectStretches(text)) {
      result += text.slice(kept, from) + cleanedStretch(text.slice(from, to));
      kept = to;
    }
    return result + text.slice(kept);
  }

  /** Where to look closely. Blocks overlap, so what crosses their border is within one of them, and neighbours join. */
  function suspectStretches(text: string): readonly Stretch[] {
    const stretches: Stretch[] = [];
    for (let from = 0; from < text.length; from += BLOCK_LENGTH) {
      const to = Math.min(text.length, from + 2 * BLOCK_LENGTH);
      if (!isSuspect(text.slice(from, to))) continue;
      const before = stretches.at(-1);
      if (before !== undefined && before.to >= from) stretches[stretches.length - 1] = { from: before.from, to };
      else stretches.push({ from, to });
    }
    return stretches;
  }

  function cleanedStretch(text: string): string {
    const once = replaced(text, readingOf(text));
    return once.includes('<') ? replaced(once, readingOf(once, TAG)) : once;
  }

  /** The text without the stretches that are fragments in this reading of it. */
  function replaced(text: string, { plain, starts, ends }: Reading): string {
    let result = '';
    let kept = 0;
    let from = -1;
    let isSecret = false;
    for (let at = 0; at + FRAGMENT_LENGTH <= plain.length + 1; at += 1) {
      const secret = fragments.get(plain.slice(at, at + FRAGMENT_LENGTH));
      if (secret !== undefined) {
        if (from === -1) from = at;
        isSecret ||= secret;
      } else if (from !== -1) {
        if (isSecret) {
          result += text.slice(kept, starts[from]) + KEY_PLACEHOLDER;
          kept = ends[at + FRAGMENT_LENGTH - 2] ?? text.length;
        }
        from = -1;
        isSecret = false;
      }
    }
    return result + text.slice(kept);
  }

  function holdsKey(value: unknown): boolean {
    if (typeof value === 'string') return isSuspect(value);
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return value.some(holdsKey);
    return Object.entries(value).some(([name, each]) => isSuspect(name) || holdsKey(each));
  }

  function copy(value: unknown): unknown {
    if (typeof value === 'string') return cleaned(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(copy);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [cleaned(name), copy(each)]));
  }

  return { text: cleaned, json: (value) => (holdsKey(value) ? copy(value) : value) };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Fragments {
  /** Every fragment, and whether it counts by itself. One that does not only counts beside one that does. */
  readonly fragments: ReadonlyMap<string, boolean>;
  readonly probes: ReadonlySet<string>;
}

/**
 * The header and the beginning of the payload (`{"iss":"https…`) are the same in the tokens of many services, for example
 * in a signed link within a message. They reveal nothing, so they are only removed together with what follows them.
 */
function fragmentsOf(key: string): Fragments {
  const fragments = new Map<string, boolean>();
  const probes = new Set<string>();
  if (key.length < MIN_KEY_LENGTH) return { fragments, probes };
  const [header = '', payload = ''] = key.split('.');
  const common = payload === '' ? 0 : header.length + 1 + Math.min(COMMON_PAYLOAD_LENGTH, payload.length);
  for (const { text, shared } of encodingsOf(key, common)) {
    const plain = folded(text);
    const sharedLength = folded(text.slice(0, shared)).length;
    for (let at = 0; at + FRAGMENT_LENGTH <= plain.length; at += 1) {
      const fragment = plain.slice(at, at + FRAGMENT_LENGTH);
      const isSecret = at + FRAGMENT_LENGTH > sharedLength;
      fragments.set(fragment, isSecret || fragments.get(fragment) === true);
      if (!isSecret) continue;
      for (let part = 0; part < PROBE_STEP; part += 1) probes.add(fragment.slice(part, part + PROBE_LENGTH));
    }
  }
  return { fragments, probes };
}

interface Encoding {
  readonly text: string;
  /** So many characters at its beginning are of the part that many tokens have in common. */
  readonly shared: number;
}

/** Base64 depends on where in a group of three bytes the key begins, so there are three of them. */
function encodingsOf(key: string, common: number): readonly Encoding[] {
  const hex = Array.from(key, (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const base64 = [0, 1, 2].map((offset): Encoding => {
    const bytes = Array.from('\0'.repeat(offset) + key, (char) => String.fromCharCode(char.charCodeAt(0) & 0xff)).join(
      '',
    );
    const group = offset === 0 ? 0 : 4;
    const whole = bytes.slice(0, bytes.length - (bytes.length % 3));
    return { text: btoa(whole).slice(group), shared: Math.max(0, Math.floor(((common + offset) * 4) / 3) - group) };
  });
  return [{ text: key, shared: common }, { text: hex, shared: common * 2 }, ...base64];
}

/** The text in small letters, decoded, with nothing but letters, digits, `-` and `_`; the two signs of base64 are these too. */
function folded(text: string): string {
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

/** A text as `folded` gives it, and where in the original each of its characters begins and ends. */
interface Reading {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function readingOf(text: string, skipped?: RegExp): Reading {
  let reading = identityReading(text);
  if (skipped !== undefined) reading = mapped(reading, skipped, () => '');
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const inner = mapped(reading, ENCODED, decoded);
    if (inner.plain === reading.plain) break;
    reading = inner;
  }
  return mapped(reading, /[^]/gu, compact);
}

function identityReading(text: string): Reading {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { plain: text, starts, ends: starts.map((at) => at + 1) };
}

function mapped(reading: Reading, pattern: RegExp, change: (...found: string[]) => string): Reading {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const take = (chars: string, from: number, to: number, isWhole: boolean): void => {
    plain += chars;
    for (let at = 0; at < chars.length; at += 1) {
      starts.push(reading.starts[isWhole ? from : from + at] ?? 0);
      ends.push(reading.ends[isWhole ? to - 1 : from + at] ?? 0);
    }
  };
  let seen = 0;
  for (const found of reading.plain.matchAll(pattern)) {
    take(reading.plain.slice(seen, found.index), seen, found.index, false);
    seen = found.index + found[0].length;
    take(change(...found), found.index, seen, true);
  }
  take(reading.plain.slice(seen), seen, reading.plain.length, false);
  return { plain, starts, ends };
}
