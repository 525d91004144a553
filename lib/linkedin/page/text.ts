import { rawText } from './dom';
import { visibleText } from './visible';

/** Same limit as in lib/domain, whose schemas are too large for a reader. A test compares the two. */
export const FIELD_MAX_LENGTH = 4_000;

/** An element's text as a value; empty where there is no element. */
export function textOf(element: Element | null): string {
  return element === null ? '' : clean(rawText(element));
}

/** The texts of elements, without empty ones. */
export function textsOf(elements: readonly Element[]): readonly string[] {
  return elements.map(textOf).filter((text) => text !== '');
}

/** Like `textOf`, without hidden text. */
export function visibleTextOf(element: Element | null): string {
  return element === null ? '' : clean(visibleText(element));
}

/** A page's text as a value: NFC, no control characters or stray joiners, spaces collapsed, cut at the limit. */
export function clean(text: string): string {
  return tidy(text.replace(/\s+/gu, ' '));
}

/** Like `clean`, but keeps line breaks. */
export function cleanLines(text: string): string {
  return tidy(
    text
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .replace(/\n{3,}/gu, '\n\n'),
  );
}

function tidy(text: string): string {
  const bounded = text.slice(0, FIELD_MAX_LENGTH * 4).normalize('NFC');
  // Most texts have no joiner, and this expression takes milliseconds to compile.
  const joined = /[\u200c\u200d]/u.test(bounded) ? bounded.replace(STRAY_JOINERS, '') : bounded;
  return joined.replace(INVISIBLE, '').trim().slice(0, FIELD_MAX_LENGTH).toWellFormed();
}

const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Joiners outside Persian, Indic scripts and emoji, which need them. */
const STRAY_JOINERS = /(?<![\p{sc=Arab}\p{M}\p{ExtPict}\p{EMod}])[\u200c\u200d]|[\u200c\u200d](?!\S)/gu;

/** Pronouns: `He/Him`, `(She/Her)`. */
export function isPronouns(text: string): boolean {
  return /^\(?\p{L}{1,6}(?:\/\p{L}{1,6}){1,3}\)?$/u.test(text);
}

/** Degree of connection: `· 2nd`, `2.`, `2º`, `3rd+`, `2度`, `· 2촌`. */
export function isDegree(text: string): boolean {
  return /^[·•]\s*(?:$|\p{Nd})|^\s*\p{Nd}\+?\s*(?:st|nd|rd|th|er|e|º|ª|°|\.|度|次|촌|-?й|-?я)?\+?$/u.test(text);
}

/** A count: `495 connections`, `Más de 500 contactos`, `팔로워 105,570명`. Names of places have no such numbers. */
export function isCount(text: string): boolean {
  return /^\p{Nd}|(?:\p{Nd}[.,٬٫\s]?){3}/u.test(text);
}

/** A few words with a day and a year: `Connected on April 30, 2026`, `2026年4月30日につながりました`, in any language's numbers. */
export function isDate(text: string): boolean {
  const numbers = text.match(/\p{Nd}+/gu) ?? [];
  const [hasYear, hasDay] = [numbers.some(({ length }) => length === 4), numbers.some(({ length }) => length < 3)];
  return hasYear && hasDay && text.split(' ').length <= 8;
}

/** Only separators, or LinkedIn's `--` for an empty headline. */
export function isBlank(text: string): boolean {
  return /^[\s·•|–—-]*$/u.test(text);
}

/** The end of a range of dates whose start has a year: `Jun 2024 - Present · 2 yrs`, `2024年6月 - 现在`. */
function rangeEnd(text: string): string | undefined {
  const [start = '', end] = text.split(/\s[-—]\s|\s?[–~〜]\s?/u);
  return YEAR.test(start) ? end?.split('·')[0] : undefined;
}

const YEAR = /\p{Nd}{4}/u;

export function isRange(text: string): boolean {
  return rangeEnd(text) !== undefined;
}

/** A range of dates whose end has no year ("Present" in any language) continues today (docs/linkedin-pages.md#current). */
export function isOngoing(text: string): boolean {
  const end = rangeEnd(text);
  return end !== undefined && !YEAR.test(end);
}
