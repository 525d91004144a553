const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Thai',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
] as const;
const IN_SCRIPT = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);

/** Marks that distinguish lines of a page and identify no person. */
const MARKS = ['·', '/', '|', '@', ':', '(', ',', '-', '–', '%', '#', '+', '•', '…', '*'] as const;

/** Upper bounds of the classes for counts of words and characters. */
const STEPS = [1, 2, 3, 6, 12, 25, 50, 100, 250] as const;

/** Longest part of a text that is looked at. */
const MAX_LENGTH = 1_000;

/** A text's shape without its content: `Aa 2 words 7-12 chars, Latin`. Null for an empty text. */
export function textShape(text: string): string | null {
  const shown = text.slice(0, MAX_LENGTH).trim();
  if (shown === '') return null;
  const words = shown.split(/\s+/u).length;
  const looks = [
    `${letterCase(shown)} ${counted(words)} words ${counted(shown.length)} chars`,
    ...scripts(shown),
    ...(/\p{N}/u.test(shown) ? ['digits'] : []),
    ...(/\p{Emoji_Presentation}/u.test(shown) ? ['emoji'] : []),
  ];
  const marks = MARKS.filter((mark) => shown.includes(mark));
  return `${looks.join(', ')}${marks.length === 0 ? '' : ` ${marks.join(' ')}`}`;
}

function counted(count: number): string {
  const index = STEPS.findIndex((step) => count <= step);
  const low = (STEPS[index - 1] ?? 0) + 1;
  const high = STEPS[index];
  if (high === undefined) return `${STEPS[STEPS.length - 1] ?? 0}+`;
  return low === high ? String(high) : `${low}-${high}`;
}

function letterCase(text: string): string {
  const letters = text.match(/\p{L}/gu) ?? [];
  const [first = ''] = letters;
  if (!/\p{Lu}|\p{Ll}/u.test(first)) return first === '' ? '-' : 'x';
  if (/\p{Ll}/u.test(first)) return 'a';
  return letters.length > 1 && letters.every((letter) => /\p{Lu}/u.test(letter)) ? 'AA' : 'Aa';
}

function scripts(text: string): readonly string[] {
  const found = IN_SCRIPT.filter(([, pattern]) => pattern.test(text)).map(([script]) => script);
  if (found.length > 0) return [found.join('+')];
  return /\p{L}/u.test(text) ? ['another script'] : [];
}
